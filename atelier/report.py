"""The class report: one HTML page for the instructor, without network nor script, made from the outcomes of a class.

What still needs a human comes first; then the grades, the questions, the misconceptions, the copies that resemble one another.
"""

import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import jinja2
import matplotlib.style
import numpy as np
from babel.dates import format_datetime
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from atelier import collect, courses, files, grading, results, similarity
from atelier.french import count, number, typographic
from atelier.results import Outcome, Question

TEMPLATES = Path(__file__).parent / "templates" / "rapport"
FORMGRADER = "http://localhost:8888/formgrader"  # where « make cours » serves it
STEPS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50)  # points that a bar of the histogram may span
MOST_BARS = 20
LONGEST = 400  # characters shown of a sentence, part of which a copy may have written
NUMBERS = re.compile(r"(?<![\w.])[-−]?\d+(?:[.,\s]+\d+)*(?:e[-+]?\d+)?(?!\w)(?:,(?=\)))?")  # one, or several as in a shape
BLUE, PALE, ORANGE, GREY = "#0072B2", "#9ECAE1", "#D55E00", "#E3E8ED"


@dataclass(frozen=True)
class Group:
    """A sentence, and the copies that it was said of."""

    text: str
    outcomes: list[Outcome]


@dataclass(frozen=True)
class Success:
    """How many copies have all the points of a question, some, none, or wait for a human; ``rate`` is their mean part, from 0 to 1."""

    title: str
    full: int
    partial: int
    none: int
    waiting: int
    rate: float | None


def write(course: Path, lab: str) -> Path:
    """Write the report of a graded class and return its path; raise grading.GradingError when nothing was graded yet."""
    outcomes = results.read(course, lab)
    run = json.loads((course / "autograded" / f"rapport-{lab}.json").read_text("utf-8"))
    pairs = similarity.pairs(course, lab, [outcome.student for outcome in outcomes])
    arrivals = sorted(collect.handed_in(course, lab).values(), key=lambda each: each.name.casefold())
    target = course / "moodle" / lab / "rendu" / f"rapport-{lab}.html"
    text = page(lab, run, outcomes, arrivals, pairs, links(course, lab, outcomes))
    files.write(target, text)
    return target


def links(course: Path, lab: str, outcomes: list[Outcome]) -> dict[str, dict[str, str]]:
    """Return where each student's ``feedback``, ``formgrader`` page and ``folder`` handed in are, of what exists."""
    with courses.gradebook(course) as book:
        submissions = {each.student.id: each.id for each in book.notebook_submissions(lab, lab)}
    found = {}
    for student in (outcome.student for outcome in outcomes):
        places = {"feedback": f"feedback/{student}/{lab}/{lab}.html", "folder": f"submitted/{student}/{lab}/"}
        found[student] = {name: f"../../../{quote(os.fsencode(path))}" for name, path in places.items() if (course / path).exists()}
        if student in submissions and (course / "autograded" / student / lab / f"{lab}.ipynb").exists():
            found[student]["formgrader"] = f"{FORMGRADER}/submissions/{submissions[student]}/"
    return found


def page(lab: str, run: dict, outcomes: list[Outcome], arrivals: Iterable[collect.Arrival] = (), pairs: Iterable[similarity.Pair] = (),
         links: dict[str, dict] | None = None) -> str:
    """Return the report as HTML; ``run`` is what ``atelier noter`` wrote in its own report, ``links`` goes by student.

    ``arrivals`` say what the import took from whom; there is none for copies that did not come from Moodle.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.globals.update(compte=count)
    environment.filters.update(nombre=number, typographic=typographic)
    graded = [outcome for outcome in outcomes if not _refused(outcome)]
    copies = {outcome.student: outcome for outcome in outcomes}
    imported = [(arrival.state, replace(copies.get(arrival.participant, Outcome(arrival.participant, arrival.name)), anomalies=arrival.remarks))
                for arrival in arrivals]
    final = [outcome.total for outcome in graded if outcome.total is not None]
    provisional = [_acquired(outcome) for outcome in graded if outcome.total is None]
    maximum = max((outcome.maximum for outcome in graded), default=0) or 1
    suspect = [outcome for outcome in graded if _awaiting(outcome, written=False)]
    bars, questions = histogram(final, provisional, maximum), successes(graded)
    timed = sorted((outcome for outcome in outcomes if outcome.seconds), key=lambda outcome: -outcome.seconds)
    return environment.get_template("index.html.j2").render(
        lab=lab, run=run, date=format_datetime(datetime.fromisoformat(run["date"]), "d MMMM y 'à' H 'h' mm", locale="fr"),
        copies=copies, links=links or {}, maximum=maximum,
        refused=[outcome for outcome in outcomes if _refused(outcome)], suspect=suspect,
        doubtful=[person for state, person in imported if state == collect.TO_SEE and person.state != grading.REFUSED],
        missing=[person for state, person in imported if state == collect.NOTHING],
        remarks=gather((text, person) for state, person in imported if state != collect.TO_SEE for text in person.anomalies),
        written=gather(((_title(question), outcome) for outcome in graded for question in _awaiting(outcome, written=True)), str),
        formgrader=f"{FORMGRADER}/gradebook/{quote(lab)}/{quote(lab)}", final=final, provisional=provisional, stats=spread(final or provisional),
        bars=bars, questions=questions, plot=_plot, draw_grades=_draw_grades, draw_questions=_draw_questions,
        mistakes=mistakes(graded), anomalies=gather((text, outcome) for outcome in graded if outcome not in suspect for text in outcome.anomalies),
        timed=timed, times=spread([outcome.seconds for outcome in timed]), pairs=list(pairs), most_pairs=similarity.MOST_PAIRS)


# --- What the page says --------------------------------------------------------------------------------------------------


def _refused(outcome: Outcome) -> bool:
    return outcome.state == grading.REFUSED or not outcome.questions


def _awaiting(outcome: Outcome, written: bool) -> list[Question]:
    return [question for question in outcome.questions if question.points is None and question.written == written]


def _acquired(outcome: Outcome) -> float:
    return max(0.0, sum(question.points or 0 for question in outcome.questions) - outcome.penalty)


def _title(question: Question) -> str:
    return question.title or question.name


def spread(values: list[float]) -> dict[str, float] | None:
    """Return the mean, the least, the quartiles and the most of numbers, None if there is none."""
    names = ("least", "low", "median", "high", "most")
    return {"mean": np.mean(values), **dict(zip(names, np.percentile(values, (0, 25, 50, 75, 100))))} if values else None


def histogram(final: list[float], provisional: list[float], maximum: float) -> list[tuple[float, float, int, int]]:
    """Return bars: from how many points, to how many (counted in the last bar only), the final grades, the provisional ones."""
    step = next((step for step in STEPS if maximum / step <= MOST_BARS), maximum)
    edges = [round(step * k, 2) for k in range(int(np.ceil(maximum / step)) + 1)]
    return list(zip(edges, edges[1:], *(np.histogram(np.clip(points, 0, edges[-1]), edges)[0].tolist() for points in (final, provisional))))


def successes(outcomes: list[Outcome]) -> list[Success]:
    """Return how the class did at each question, all its tests together, in the order of the lab."""
    answers = defaultdict(lambda: defaultdict(list))
    for outcome in outcomes:
        for question in outcome.questions:
            answers[_title(question)][outcome.student].append(question)
    found = []
    for title, by_student in answers.items():
        judged = [answer for answer in by_student.values() if all(question.points is not None for question in answer)]
        parts = [sum(question.points for question in answer) / (sum(question.maximum for question in answer) or 1) for answer in judged]
        full, none = sum(part >= 1 for part in parts), sum(part <= 0 for part in parts)
        found.append(Success(title, full, len(parts) - full - none, none, len(by_student) - len(parts), np.mean(parts) if parts else None))
    return found


def mistakes(outcomes: list[Outcome]) -> dict[str, list[Group]]:
    """Return, for each question, the messages of the tests that copies lost, the commonest first."""
    said = {_title(question): [] for outcome in outcomes for question in outcome.questions}
    for outcome in outcomes:
        for question in outcome.questions:
            if question.message and question.points is not None and question.points < question.maximum:
                said[_title(question)].append((question.message, outcome))
    return {title: gather(told) for title, told in said.items() if told}


def gather(said: Iterable[tuple[str, Outcome]], alike: Callable[[str], str] = lambda text: NUMBERS.sub("…", text)) -> list[Group]:
    """Return each sentence with the copies it was said of, the commonest first; those that differ by their numbers alone are one."""
    groups = defaultdict(list)
    for text, outcome in said:
        groups[alike(text[:LONGEST])].append((text[:LONGEST], outcome))
    found = [Group(_common([text for text, _ in group]), list({each.student: each for _, each in group}.values())) for group in groups.values()]
    return sorted(found, key=lambda group: -len(group.outcomes))


def _common(texts: list[str]) -> str:
    """Return sentences alike but for numbers as one, which keeps the numbers that do not vary."""
    varying = (len(set(column)) > 1 for column in zip(*(NUMBERS.findall(text) for text in texts)))
    return NUMBERS.sub(lambda found: "…" if next(varying) else found[0], texts[0])


# --- Its plots -----------------------------------------------------------------------------------------------------------


def _plot(name: str, title: str, said: str, height: float, draw: Callable, *values) -> Markup:
    """Return a plot five inches wide as SVG, with a title and words for who does not see it; its ids begin with its name."""
    text = StringIO()
    with matplotlib.style.context(TEMPLATES / "rapport.mplstyle"):
        figure = Figure((5, height), layout="constrained")
        draw(figure.subplots(), *values)
        figure.savefig(text, format="svg", transparent=True, metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    drawing = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{name}-", text.getvalue())
    opening = Markup('<svg role="img" aria-labelledby="{0}-titre {0}-detail" viewBox="0 0 360 {1:.0f}"><title id="{0}-titre">{2}</title>'
                     '<desc id="{0}-detail">{3}</desc>').format(name, 72 * height, title, said)
    return opening + Markup(drawing[drawing.index(">", drawing.index("<svg")) + 1:])


def _draw_grades(axe: Axes, bars: list[tuple[float, float, int, int]], final: list[float]) -> None:
    left, right, counts, others = zip(*bars)
    axe.bar(left, counts, right[0], align="edge", color=BLUE, edgecolor="white", label="notes définitives")
    axe.bar(left, others, right[0], counts, align="edge", color=PALE, edgecolor="white", hatch="///", label="notes provisoires")
    if final:
        axe.axvline(np.median(final), color=ORANGE, linestyle="--", label=f"médiane {number(round(np.median(final), 1))}")
    axe.set(xlabel=f"note sur {number(right[-1])}", ylabel="nombre de copies", xlim=(0, right[-1]))
    axe.xaxis.set_major_formatter(lambda value, _: number(value))
    axe.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axe.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10], integer=True))
    axe.figure.legend(loc="outside upper left", ncols=3)


def _draw_questions(axe: Axes, questions: list[Success]) -> None:
    kinds = (("full", "tous les points", BLUE, ""), ("partial", "en partie", PALE, ""),
             ("none", "aucun", ORANGE, ""), ("waiting", "à lire", GREY, "///"))
    names, start = [question.title.split(" — ")[0][:12] for question in questions], np.zeros(len(questions))
    for kind, label, color, hatch in kinds:
        counts = np.array([getattr(question, kind) for question in questions])
        axe.barh(range(len(names)), counts, left=start, color=color, edgecolor="white", hatch=hatch, label=label)
        start += counts
    axe.set_yticks(range(len(names)), names)
    axe.set(xlabel="nombre de copies", ylim=(len(names) - 0.4, -0.6))
    axe.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10], integer=True))
    axe.figure.legend(loc="outside upper left", ncols=4)
