"""The class report: what it says of fictional classes, and of one that was really graded; what hostile texts do to it."""

import html
import random
import re

import nbformat
import pytest

import small_class
from atelier import collect, copies, courses, environment, generation, grading, preprocessors, report, similarity
from atelier.results import Outcome, Question
from conftest import LAB
from test_lab import CHROMIUM_FLAGS

RUN = {"date": "2026-11-25T09:05:00+0100", "copies_a_la_fois": 2, "entrainement": "réduit à 200 lots d'images par appel de fit",
       "isolation": "bac à sable ; un processus chaud pour toutes les copies"}
FIRST = "Léa Hugo Inès Noé Chloé Élise Malik Zoé Aïcha Théo Jade Youssef Anaïs Loïc Maëlle Rémi Sofia Bruno Fatou Adrien".split()
LAST = "Martin Bernard Nguyen Petit Lefèvre Diallo Garnier Benali Rousseau Moreau Lambert Kone Fontaine Roy Silva Chevalier".split()


def messages() -> dict[str, list[str]]:
    """The messages of each test that the bank of copies has seen."""
    said = {}
    for path in sorted((copies.FOLDER / LAB).glob("faux-*.txt")):
        for line in path.read_text("utf-8").splitlines():
            name, _, message = line.partition(" : ")
            said.setdefault(name, []).append(message)
    return said


def fictional(size: int, seed: int = 1) -> list[Outcome]:
    """A class of the first lab: grades of all kinds, some copies suspect, refused, stopped or not read yet."""
    draw, said = random.Random(seed), messages()
    source = nbformat.read(generation.ROOT / "source" / LAB / f"{LAB}.ipynb", as_version=4)
    cells = [cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    titles, outcomes = preprocessors.question_titles(source), []
    for k in range(size):
        skill, questions = draw.betavariate(4, 1.6), []
        state = draw.choices([grading.GRADED, grading.PARTLY, grading.SUSPECT, grading.REFUSED], [92, 4, 2, 2])[0]
        for cell in cells:
            name, most, written = cell.metadata.nbgrader.grade_id, cell.metadata.nbgrader.points, cell.cell_type == "markdown"
            right = draw.random() < skill
            known = said.get(name, [""])
            message = "" if right or written else draw.choices(known, [1 / (rank + 1) ** 2 for rank in range(len(known))])[0]
            points = most * draw.choice([0, 0.5, 1]) if written else most if right else 0.0
            if written and draw.random() < 0.15 or state == grading.SUSPECT and name == "test-confusion":
                points = None
            questions.append(Question(name, titles[name], points, most, message, written))
        anomalies = {
            grading.GRADED: [], grading.PARTLY: ["entrainer : la cellule a dépassé 180 s"],
            grading.SUSPECT: ["test-confusion : le témoin qui doit échouer a réussi"],
            grading.REFUSED: ["le fichier n'est pas un notebook lisible (NotJSONError) : demandez une nouvelle remise"]}[state]
        outcomes.append(Outcome(
            f"e{20260000 + 7 * k}", draw.choice(LAST), draw.choice(FIRST), "", state, anomalies,
            0.0 if state == grading.REFUSED else round(draw.gammavariate(9, 0.6) + 60 * (state == grading.PARTLY), 1),
            [] if state == grading.REFUSED else questions, float(draw.random() < 0.05)))
    return sorted(outcomes, key=lambda each: (each.last_name, each.first_name))


def links(outcomes: list[Outcome]) -> dict[str, dict[str, str]]:
    return {student: {"feedback": f"../../../feedback/{student}/{LAB}/{LAB}.html", "formgrader": f"{report.FORMGRADER}/submissions/{student}/"}
            for student in [each.student for each in outcomes if each.questions]}


def text_of(page: str) -> str:
    page = re.sub(r"<(style|svg).*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))).replace("\N{NARROW NO-BREAK SPACE}", " ")


def part(page: str, name: str) -> str:
    """The section of the page that bears this id."""
    return re.search(rf'<section id="{name}">.*?</section>', page, re.DOTALL)[0]


def outcome(student: str, *questions: Question, **known) -> Outcome:
    return Outcome(student, questions=list(questions), **known)


def test_the_numbers_are_those_of_the_final_grades():
    one = [outcome(f"e{points}", Question("t", "Question 1 — Un (20 points)", points, 20)) for points in (4, 10, 12, 20)]
    waiting = outcome("attend", Question("t", "Question 1 — Un (20 points)", 15, 20), Question("r", "Question 2", None, 1, written=True))
    page = report.page(LAB, RUN, [*one, waiting, outcome("refusee", state=grading.REFUSED)])
    shown = text_of(page)
    assert "Copies remises 6 Notes définitives 4 À compléter 2 Moyenne 11,5 sur 21 Médiane 11 sur 21 Quartiles 8,5 et 14" in shown
    assert "2 copies n’en ont pas encore" in shown
    assert "de 4 à moins de 6 1 0" in text_of(part(page, "notes")) and "de 14 à moins de 16 0 1" in text_of(part(page, "notes"))
    assert "25 novembre 2026 à 9 h 05" in shown and "2 copies à la fois" in shown and "un processus chaud" in shown


def test_without_a_final_grade_the_page_says_that_the_numbers_are_provisional():
    page = text_of(report.page(LAB, RUN, [outcome("a", Question("t", "Question 1", 3, 4), Question("r", "Question 2", None, 1, written=True))]))
    assert "Aucune note n’est encore définitive" in page and "Médiane provisoire 3 sur 5" in page


@pytest.mark.parametrize("outcomes", [[], [outcome("refusee", state=grading.REFUSED)], [outcome("a", Question("t", "", 0, 0))]])
def test_a_class_with_nothing_to_count_has_its_page(outcomes):
    assert "Rapport de classe" in report.page(LAB, RUN, outcomes)


def test_what_awaits_a_human_comes_first_with_its_links_and_nothing_else():
    tampered = {"state": grading.SUSPECT, "anomalies": ["t : le témoin a réussi"]}
    suspect = outcome("s", Question("t", "Question 1", None, 2), first_name="Zoé", last_name="Roy", **tampered)
    judged = outcome("j", Question("t", "Question 1", 2, 2), **tampered)  # since then, by a human
    refused = outcome("r", state=grading.REFUSED, anomalies=["le fichier est vide"])
    written = outcome("w", Question("c", "Question 9 — Dire", None, 1, written=True))
    outcomes = [suspect, judged, refused, written]
    page = report.page(LAB, RUN, outcomes, links={**links(outcomes), "r": {"folder": "../../../submitted/r/cnn_mnist/"}})
    todo = part(page, "a-faire")
    assert page.index("a-faire") < page.index('id="notes"')
    assert re.search(r"Zoé Roy.*t : le témoin a réussi", text_of(todo)) and "le fichier est vide" in text_of(todo)
    assert "1 copie à vérifier" in text_of(todo) and "1 copie non corrigeable" in text_of(todo) and "Question 9 — Dire" in text_of(todo)
    assert set(re.findall(r'href="([^"]+)"', todo)) == {
        f"../../../feedback/s/{LAB}/{LAB}.html", "http://localhost:8888/formgrader/submissions/s/", "../../../submitted/r/cnn_mnist/",
        "http://localhost:8888/formgrader/submissions/w/", f"http://localhost:8888/formgrader/gradebook/{LAB}/{LAB}"}
    two = outcome("w", Question("c", "Question 9 — Dire", None, 1, written=True), Question("d", "Question 12 — Dire", None, 1, written=True))
    todo = text_of(part(report.page(LAB, RUN, [two]), "a-faire"))
    assert "1 Question 9 — Dire" in todo and "1 Question 12 — Dire" in todo
    assert "toutes les notes sont définitives" in text_of(report.page(LAB, RUN, [judged]))


def test_what_the_import_said_is_on_the_page():
    here, refused = outcome("1", Question("t", "Question 1", 2, 2), last_name="Roy"), outcome("2", state=grading.REFUSED, anomalies=["un PDF"])
    arrivals = [collect.Arrival("1", "Roy", collect.TAKEN, ["notebook renommé"]), collect.Arrival("2", "Petit", collect.TO_SEE, ["un PDF"]),
                collect.Arrival("3", "Kone", collect.TO_SEE, ["deux notebooks"]), collect.Arrival("4", "Silva", collect.NOTHING)]
    page = report.page(LAB, RUN, [here, refused], arrivals)
    todo = text_of(part(page, "a-faire"))
    assert "1 remise à voir" in todo and re.search(r"Kone 3 deux notebooks", todo) and todo.count("un PDF") == 1
    assert "1 notebook renommé Roy" in text_of(part(page, "temps"))
    assert "Copies remises 2 sur 3" in text_of(page) and "1 étudiant n’a rien remis Silva" in text_of(part(page, "copies"))


def test_a_question_counts_all_its_tests_together():
    def answer(student, first, second):
        return outcome(student, Question("a", "Q", first, 1), Question("b", "Q", second, 3))

    [found] = report.successes([answer("1", 1, 3), answer("2", 1, 0), answer("3", 0, 0), answer("4", None, 3)])
    assert (found.full, found.partial, found.none, found.waiting) == (1, 1, 1, 1) and found.rate == pytest.approx((1 + 0.25 + 0) / 3)


def test_the_bars_hold_each_grade_once():
    bars = report.histogram([0, 0.99, 1, 19.5, 20, 20.5], [3], 20)
    assert len(bars) == 20 and bars[0] == (0, 1, 2, 0) and bars[1][2] == 1 and bars[3][3] == 1 and bars[-1] == (19, 20, 3, 0)
    assert report.histogram([0.5, 1], [], 1)[-1] == pytest.approx((0.95, 1, 1, 0))
    assert sum(bar[2] for bar in report.histogram([7.3], [], 7.25)) == 1


def test_messages_that_differ_by_their_numbers_are_one_mistake():
    shape = "x est de type ndarray et de forme {} ; on attend un tableau de forme (60000, 28, 28)."
    said = [shape.format("(10000, 28, 28)"), shape.format("(60000,)"), shape.format("(60000, 784)"), "params_dense_1 : les biais ont été oubliés.",
            "params_dense_2 : les biais ont été oubliés."]
    outcomes = [outcome(str(k), Question("t", "Q", 0, 1, message)) for k, message in enumerate(said)]
    first, *others = report.mistakes(outcomes)["Q"]
    assert first.text == shape.format("(…)") and [each.student for each in first.outcomes] == ["0", "1", "2"]
    assert sorted(group.text for group in others) == said[3:]


def test_a_mistake_is_one_per_copy_and_only_of_a_test_that_lost_points():
    lost = outcome("a", Question("t", "Q", 0, 1, "non"), Question("u", "Q", 0, 1, "non"))
    kept = outcome("b", Question("t", "Q", 1, 1, "non"), Question("u", "Q", None, 1, "non"))
    [group] = report.mistakes([lost, kept])["Q"]
    assert group.outcomes == [lost]


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{ 7 * 7 }}$x^2$"


def test_hostile_texts_stay_texts():
    evil = outcome("<b>id</b>", Question("t", EVIL, 0, 1, EVIL), Question("r", EVIL, None, 1, written=True), first_name=EVIL, last_name=EVIL,
                   state=grading.SUSPECT, anomalies=[EVIL], seconds=3.0)
    refused = outcome("r", state=grading.REFUSED, anomalies=[EVIL], first_name=EVIL)
    excerpt = (EVIL, [(EVIL, True)])
    page = report.page(EVIL, {**RUN, "isolation": EVIL}, [evil, refused], [collect.Arrival("n", EVIL, collect.NOTHING, [EVIL])], [similarity.Pair((evil.student, "r"), 0.5, [(excerpt, excerpt)])])
    assert page.count("&lt;script&gt;") > 10 and "{{ 7 * 7 }}" in page
    assert not re.search(r"<(script|img|b)\b|<[^>]*\son\w+=", page)


def test_the_page_is_self_contained_valid_and_accessible():
    outcomes = fictional(30)
    page = report.page(LAB, RUN, outcomes, links=links(outcomes))
    assert "default-src 'none'" in page and '<html lang="fr">' in page
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert all(address.startswith(("#", "../../../feedback/", "http://localhost:8888/formgrader/")) for address in addresses)
    assert not re.search(r"@import|url\((?!#)|<script|<link", page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and {address[1:] for address in addresses if address.startswith("#")} <= set(ids)
    assert re.findall(r"<h(\d)", page)[:2] == ["1", "2"] and page.count('role="img"') == 2 == page.count("<desc")
    assert all("<th scope" in table for table in re.findall(r"<table.*?</table>", page, re.DOTALL))
    prose = re.sub(r"<style.*?</style>|<pre.*?</pre>", "", page, flags=re.DOTALL)
    assert not re.search(r"\w'\w", text_of(page)) and not re.search(r"[^\W\d_] [;:!?]", prose)


def test_a_large_class_has_a_small_page():
    outcomes = fictional(500)
    page = report.page(LAB, RUN, outcomes, links=links(outcomes))
    assert len(page) < 2**20
    assert all(each.student in page for each in outcomes)


def resembling(outcomes: list[Outcome]) -> list[similarity.Pair]:
    """The first two copies hold the lab's given grid, slightly changed, with a line too long for a screen."""
    line = "    repere.imshow(x_test[i], cmap='bone', interpolation='nearest', vmin=0, vmax=255, aspect='equal', origin='upper', alpha=1.0)"
    texts = [f"figure_test, {name} = plt.subplots(5, 5, figsize=(9, 8))\nfor i, repere in enumerate({name}.flat):\n{line}\n"
             "    # une légende\n    repere.set_title(class_names[y_test[i]], fontsize=7)\n    repere.set_xticks([]), repere.set_yticks([])\n"
             f"    repere.spines['top'].set_visible(False)\n{name}[0, 0].set_ylabel('début')\nplt.tight_layout()\nplt.show()"
             for name in ("reperes", "axes")]
    return similarity.resembling({each.student: [similarity.Cell("Question 2 — La grille des images de test (2 points)", text)]
                                  for each, text in zip(outcomes, texts)}, [])


def arrivals(outcomes: list[Outcome]) -> list[collect.Arrival]:
    """What an import said of this class, and of two more students."""
    renamed = [collect.Arrival(each.student, each.name, collect.TAKEN, ["pris sous le nom « cnn_mnist (1).ipynb »"]) for each in outcomes[::9]]
    return [*renamed, collect.Arrival("99", "Ana Costa", collect.TO_SEE, ["« projet.pdf » n'est pas un notebook : demandez une nouvelle remise"]),
            collect.Arrival("98", "Ivo Novak", collect.NOTHING)]


@pytest.mark.skipif(not environment.browser(), reason="Chromium manque : installez le paquet « chromium »")
@pytest.mark.parametrize("size, width", [(30, 1280), (500, 1280), (30, 360), (500, 360)])
def test_the_page_fits_a_desktop_and_a_telephone(size, width, artefacts):
    """Nothing sticks out, folded or not; nothing is fetched, refused or complained of."""
    from playwright.sync_api import sync_playwright

    outcomes, heard = fictional(size), []
    path = artefacts / f"rapport-{size}.html"
    path.write_text(report.page(LAB, RUN, outcomes, arrivals(outcomes), resembling(outcomes), links(outcomes)), "utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=environment.browser(), args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.on("console", lambda message: heard.append(message.text))
        page.on("request", lambda request: heard.append(request.url))
        page.goto(path.as_uri())
        page.screenshot(path=artefacts / f"rapport-{size}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.locator("#ressemblances").screenshot(path=artefacts / f"rapport-ressemblances-{width}.png")
        assert page.get_by_role("img").count() == 2 and page.get_by_text("ligne semblable").or_(page.get_by_text("lignes semblables")).count()
        browser.close()
    assert heard == [path.as_uri()]


def test_a_class_graded_for_real(tmp_path_factory, tmp_path):
    course = small_class.a_class(tmp_path_factory, tmp_path)
    path = report.write(course, small_class.LAB)
    assert path == course / "moodle" / "mini" / "rendu" / "rapport-mini.html"
    page = path.read_text("utf-8")
    assert all(name in text_of(page) for names in small_class.NAMES.values() for name in names)
    assert "le signe a été oublié" in part(page, "erreurs") and "Question 3" in part(page, "a-faire")
    for address in re.findall(r'href="(\.\.[^"]+)"', page):
        assert (path.parent / address).exists()
    addresses = set(re.findall(r'href="http://localhost:8888(/formgrader/submissions/[^"]+)"', page))
    with courses.gradebook(course) as book:
        known = {f"/formgrader/submissions/{each.id}/" for each in book.notebook_submissions("mini", "mini")}
    assert addresses and addresses < known
    assert not list(path.parent.glob("*.nouveau"))


def test_nothing_graded_is_said(tmp_path):
    with pytest.raises(grading.GradingError, match="atelier noter"):
        report.write(tmp_path, LAB)
