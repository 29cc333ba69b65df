"""Mutation check: is each assertion of a hidden test noticed by the bank of copies when it is weakened?

A mutant is the judge of a test with one assertion removed or negated, or one bound ten times looser. It is killed when, on
some copy, it does not say what the judge says: another verdict, or another message to the student. Mutants are tried
in the engine's kernels on copies that the engine has graded: where the solution is right, then on the copies to which the
weakened assertion spoke, then on every copy that the test refuses, and no more once they are killed.

Those which no copy can kill, because they judge alike, are listed with the reason in ``equivalents.yaml`` beside the copies.
"""

import ast
import json
import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
import yaml

from atelier import copies, courses, execution, witness

LOOSER = 10
INEQUALITIES = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
TOLERANCES = ("atol", "rtol")


@dataclass(frozen=True)
class Mutant:
    """A weakened judge: its test, what was changed, its text, and what the weakened assertion says (a regular expression)."""

    test: str
    change: str
    judge: str
    says: str


def mutants(test: str, judge: str) -> Iterator[Mutant]:
    """Yield every mutant of a judge."""
    whole = ast.parse(judge)
    messages = {part: _pattern(node.msg) for node in ast.walk(whole) if isinstance(node, ast.Assert) for part in ast.walk(node)}
    for number, node in enumerate(ast.walk(whole)):
        for kind, weaken in ((ast.Assert, _removed), (ast.Assert, _negated), (ast.Compare, _looser), (ast.keyword, _more_tolerant)):
            if isinstance(node, kind):
                tree = ast.parse(judge)
                change = weaken(next(node for k, node in enumerate(ast.walk(tree)) if k == number))
                if change:
                    yield Mutant(test, change, ast.unparse(ast.fix_missing_locations(tree)), messages.get(node, ".*"))


def _pattern(message: ast.expr | None) -> str:
    """Return the regular expression of a message; what is computed may be any text."""
    match message:
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case ast.JoinedStr(values=parts):
            return "".join(map(_pattern, parts))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _pattern(left) + _pattern(right)
        case _:
            return ".*"


def _removed(node: ast.Assert) -> str:
    change = f"sans {ast.unparse(node.test)}"
    node.test = ast.Constant(True)
    return change


def _negated(node: ast.Assert) -> str:
    change = f"contraire de {ast.unparse(node.test)}"
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return change


def _looser(node: ast.Compare) -> str | None:
    """Move each bound of an inequality away from what it bounds."""
    before, sides, moved = ast.unparse(node), [node.left, *node.comparators], False
    for k, operator in enumerate(node.ops):
        for bound, below in ((sides[k], isinstance(operator, (ast.Lt, ast.LtE))), (sides[k + 1], isinstance(operator, (ast.Gt, ast.GtE)))):
            value = _number(bound)
            if isinstance(operator, INEQUALITIES) and value is not None:
                step = -1 if below else 1
                sides[k if bound is sides[k] else k + 1] = ast.Constant(
                    value * LOOSER**(step if value > 0 else -step) if value else step)
                moved = True
    node.left, *node.comparators = sides
    return f"{before} devient {ast.unparse(ast.fix_missing_locations(node))}" if moved else None


def _more_tolerant(node: ast.keyword) -> str | None:
    value = _number(node.value)
    if node.arg not in TOLERANCES or not value:
        return None
    node.value = ast.Constant(value * LOOSER)
    return f"{node.arg}={value} devient {value * LOOSER}"


def _number(node: ast.expr) -> float | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def equivalents(lab: str) -> dict[str, dict[str, str]]:
    """Return, for each test, the changes that no copy can reveal and why."""
    path = copies.FOLDER / lab / "equivalents.yaml"
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}


def check(lab: str, course: Path, examples: list[copies.ExampleCopy]) -> tuple[list[Mutant], int, int]:
    """Return the mutants of a lab's tests that no graded copy kills, how many were killed, and how many are equivalent."""
    source = nbformat.read(course / "source" / lab / f"{lab}.ipynb", as_version=4)
    excused = equivalents(lab)
    parts = {cell.metadata.nbgrader.grade_id: witness.split(cell.source) for cell in source.cells
             if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")}
    every = [mutant for test, part in parts.items() if part for mutant in mutants(test, part[1])]
    tried = [mutant for mutant in every if mutant.change not in excused.get(mutant.test, {})]
    alive = set(tried)

    def killed(student: str, mutants: list[Mutant]) -> set[Mutant]:
        return _killed(courses.graded(course, lab, student), parts, mutants) if mutants else set()

    def refused(student: str, own: bool) -> set[Mutant]:
        """Try the mutants of the tests that refuse a copy: those whose assertion spoke to it, or the others."""
        return killed(student, [mutant for mutant in list(alive) if mutant.test in said[student]
                                and own == bool(re.fullmatch(mutant.says, said[student][mutant.test], re.DOTALL))])

    alive -= killed(copies.SOLUTION, tried)
    said = {example.name: courses.messages(course, lab, example.name) for example in examples if example.wrong}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for own in (True, False):
            for dead in pool.map(refused, said, [own] * len(said)):
                alive -= dead
    return [mutant for mutant in tried if mutant in alive], len(tried) - len(alive), len(every) - len(tried)


def _killed(notebook: nbformat.NotebookNode, parts: dict, mutants: list[Mutant]) -> set[Mutant]:
    """Return those of some mutants that a copy kills."""
    tried = {test: [mutant for mutant in mutants if mutant.test == test] for test in {mutant.test for mutant in mutants}}
    cells, last = [], 0
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if cell.cell_type != "code" or name in parts and not tried.get(name):
            continue
        text = cell.source
        if name in parts:
            visible, judge, arguments = parts[name]
            judges = [judge, *(mutant.judge for mutant in tried[name])]
            text = f"{visible}\n__import__('atelier.witness').witness.try_all({name!r}, {judges!r}, lambda: ({arguments}))"
            last = len(cells) + 1
        cells.append(nbformat.v4.new_code_cell(text))
    done = nbformat.reads(execution.execute(
        nbformat.writes(nbformat.v4.new_notebook(cells=cells[:last])).encode(), execution.Settings(cell_seconds=60)).decode(), as_version=4)
    dead = set()
    for output in (output for cell in done.cells for output in cell.outputs if output.output_type == "stream"):
        for line in output.text.splitlines():
            try:
                test, (right, *said) = json.loads(line)
                dead |= {mutant for mutant, message in zip(tried[test], said) if message != right}
            except (ValueError, TypeError, KeyError):
                continue  # what the copy itself printed
    return dead
