"""Copies that resemble one another: the passages of their own text that few copies share. A hint, never a proof.

A copy is cut into fingerprints: every ``WINDOW`` tokens in a row, without comments and layout, whatever the names and quotes.
Those of the released notebook and of the course's own solution are left out, and one weighs less as more copies have it: the
obvious answer counts for nothing. Pygments gives the tokens, even of code with syntax errors. The libraries made for this task
compare without weighing (copydetect, asleep since 2024) or do not install beside Jupyter (compare50 wants attrs < 21).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import combinations
from keyword import softkwlist
from math import log
from pathlib import Path

import nbformat
from nbgrader.utils import is_solution
from pygments.lexers import PythonLexer
from pygments.token import Comment, Name, String

from atelier import copies, grading, preprocessors

WINDOW = 20  # tokens
LEAST = 60  # fingerprints that only two copies have, times their part of the shorter copy: ten lines, if it has nothing else
MOST_PAIRS = 50
MOST_CELLS, MOST_TEXT = 40, 4_000  # cells read of a copy, its answers first, and characters of each
MOST_LINES, LONGEST_LINE = 60, 160  # shown of a passage

Excerpt = tuple[str, list[tuple[str, bool]]]  # a title, and lines, each with whether the other copy has it too

_LEXER = PythonLexer(stripnl=False)


@dataclass(frozen=True)
class Cell:
    """A cell that a student wrote: what to call it, its text, and whether that is code."""

    title: str
    text: str
    code: bool = True

    @cached_property
    def tokens(self) -> list[tuple[str, int]]:
        """The normalised tokens, each with the number of its line, from 0."""
        words = ((word.casefold(), number) for number, line in enumerate(self.text.split("\n")) for word in re.findall(r"\w+", line))
        return list(_code_tokens(self.text) if self.code else words)

    @cached_property
    def prints(self) -> list[int]:
        """The fingerprint that begins at each token."""
        names = [name for name, _ in self.tokens]
        return [hash(tuple(names[k:k + WINDOW])) for k in range(len(names) - WINDOW + 1)]

    def excerpt(self, shared: set[int]) -> Excerpt:
        """Return the title, and the lines from the first to the last that hold a shared fingerprint, each with whether it does."""
        starts = [k for k, mark in enumerate(self.prints) if mark in shared]
        alike = {self.tokens[k + j][1] for k in starts for j in range(WINDOW)}
        lines = self.text.split("\n")[:min(max(alike) + 1, min(alike) + MOST_LINES)]
        return self.title, [(line[:LONGEST_LINE], number in alike) for number, line in enumerate(lines)][min(alike):]


@dataclass(frozen=True)
class Pair:
    """Two copies that resemble each other; ``share``, from 0 to 1, is the part of the shorter one's own text that both have."""

    students: tuple[str, str]
    share: float
    passages: list[tuple[Excerpt, Excerpt]]

    @property
    def lines(self) -> int:
        """The number of lines of the first copy that the second has too."""
        return sum(alike for (_, lines), _ in self.passages for _, alike in lines)


def pairs(course: Path, lab: str, students: list[str]) -> list[Pair]:
    """Return the pairs of copies handed in that resemble each other, at most MOST_PAIRS, the most alike first."""
    source, released = (nbformat.read(course / step / lab / f"{lab}.ipynb", as_version=4) for step in ("source", "release"))
    answers, titles = copies.solution(source), preprocessors.question_titles(source)
    known = [Cell("", answers.get(_name(cell), cell.source), cell.cell_type == "code") for cell in source.cells]
    known += [Cell("", cell.source, cell.cell_type == "code") for cell in released.cells]
    given = {_name(cell): titles[_name(cell)] if is_solution(cell) else None for cell in released.cells if _name(cell)}
    handed_in = {student: _read(course / "submitted" / student / lab / f"{lab}.ipynb", given) for student in students}
    return resembling(handed_in, known)


def resembling(handed_in: dict[str, list[Cell]], known: list[Cell]) -> list[Pair]:
    """Return the pairs of copies that share rare passages, the most alike first; what the known cells hold does not count."""
    common = {mark for cell in known for mark in cell.prints}
    marks = {student: {mark for cell in cells for mark in cell.prints} - common for student, cells in handed_in.items()}
    holders, own, both = defaultdict(list), Counter(), Counter()
    for student in marks:
        for mark in marks[student]:
            holders[mark].append(student)
    size, most = max(6, len(marks)), max(5, len(marks) // 10)
    rare = {mark: log(size / len(who)) / log(size / 2) for mark, who in holders.items() if len(who) <= most}
    for mark, worth in rare.items():
        own.update(dict.fromkeys(holders[mark], worth))
        both.update(dict.fromkeys(combinations(holders[mark], 2), worth))
    shares = {(a, b): both[a, b] / min(own[a], own[b]) for a, b in both}
    scores = {pair: both[pair] * shares[pair] for pair in both if both[pair] * shares[pair] >= LEAST}
    return [Pair((a, b), shares[a, b], _passages(handed_in[a], handed_in[b], marks[a] & marks[b] & rare.keys()))
            for a, b in nlargest(MOST_PAIRS, scores, key=scores.get)]


def _passages(one: list[Cell], other: list[Cell], shared: set[int]) -> list[tuple[Excerpt, Excerpt]]:
    common = ((a, b, shared.intersection(a.prints, b.prints)) for a in one for b in other)
    return [(a.excerpt(both), b.excerpt(both)) for a, b, both in common if both]


def _name(cell: dict) -> str | None:
    return (cell["metadata"].get("nbgrader") or {}).get("grade_id")


def _read(path: Path, given: dict[str, str | None]) -> list[Cell]:
    """Return the answers of a copy, then the code that was added to it; [] if it is no notebook. Of locked cells the title is None."""
    answers, added = [], []
    try:
        readable = not path.is_symlink() and path.stat().st_size <= grading.LARGEST_COPY
        for cell in json.loads(path.read_text("utf-8-sig"))["cells"] if readable else []:
            code, name, text = cell["cell_type"] == "code", _name(cell), "".join(cell["source"])[:MOST_TEXT]
            text = text.replace("\r\n", "\n").replace("\r", "\n")  # as Pygments counts lines
            if given.get(name) is not None:
                answers.append(Cell(given[name], text, code))
            elif code and name not in given:
                added.append(Cell("Cellule ajoutée", text))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return []
    return (answers + added)[:MOST_CELLS]


def _code_tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens of code: a name that a student could change is V, a string is S; what follows a dot stays."""
    number, before = 0, ""
    for kind, value in _LEXER.get_tokens(text):
        token = "" if kind in Comment or kind in String.Doc else value.strip()
        if token and kind in String:
            token = "" if before == "S" else "S"
        elif before != "." and (kind in Name or value in softkwlist):
            token = "V"
        if token:
            before = token
            yield token, number
        number += value.count("\n")
