"""The engine and nbgrader's own commands, run for real on the example class: the tests judge as each copy says."""

import os
import subprocess
import sys

import pytest

from atelier import bank, copies, courses, mutation, notation, witness
from conftest import LAB

EXAMPLES = copies.read_all(LAB)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_copy_scores_what_it_says(graded, example):
    course = graded[0]
    scores = courses.points(course, LAB, example.name)
    expected = example.expected(courses.maximum(course, LAB))
    assert {name: scores[name] for name in expected} == expected


def test_names_say_what_the_copies_are():
    kinds = {kind: [e for e in EXAMPLES if e.name.startswith(kind + "-")] for kind in copies.KINDS}
    assert sum(map(len, kinds.values())) == len(EXAMPLES)
    assert len(kinds["juste"]) >= 45 and not any(example.points for example in kinds["juste"])
    assert len(kinds["faux"]) >= 60 and all(example.points for example in kinds["faux"])
    assert len(kinds["triche"]) >= 15


def test_every_test_refuses_four_wrong_answers(graded):
    refused = {test: [e.name for e in EXAMPLES if e.wrong and e.points.get(test) == 0]
               for test in courses.maximum(graded[0], LAB)}
    assert {test: names for test, names in refused.items() if len(names) < 4} == {}


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.wrong], ids=lambda example: example.name)
def test_the_messages_are_those_reviewed(graded, example):
    """The golden file of a copy says what its student reads; ``python -m atelier.bank --accepter`` writes it."""
    said = courses.messages(graded[0], LAB, example.name)
    assert bank.golden(LAB, example.name).read_text("utf-8") == bank.text(said)


def test_every_weakened_test_is_noticed(graded):
    alive, killed, _ = mutation.check(LAB, graded[0], EXAMPLES)
    assert [f"{mutant.test} : {mutant.change}" for mutant in alive] == [] and killed > 90


def test_a_mutant_weakens_one_thing():
    judge = "def _juger(x):\n    assert 0 < x < 0.5, 'non'\n    assert close(x, 1, atol=0.1)"
    found = {mutant.change: mutant.judge for mutant in mutation.mutants("test", judge)}
    assert "assert True, 'non'" in found["sans 0 < x < 0.5"]
    assert "assert not 0 < x < 0.5, 'non'" in found["contraire de 0 < x < 0.5"]
    assert "assert -1 < x < 5.0, 'non'" in found["0 < x < 0.5 devient -1 < x < 5.0"]
    assert "atol=1.0" in found["atol=0.1 devient 1.0"]
    assert len(found) == 6 and all(text.count("assert") == 2 for text in found.values())


def test_the_judge_a_mutant_comes_from_is_the_one_that_grades(source):
    tests = [cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"]
    assert all(list(mutation.mutants("test", witness.split(cell.source)[1])) for cell in tests)


def test_the_solution_scores_19_and_waits_for_a_human(graded):
    scores = courses.points(graded[0], LAB, "juste-corrige")
    assert scores.pop("surapprentissage") is None
    assert sum(scores.values()) == 19


def test_the_untouched_release_scores_0(graded):
    assert set(courses.points(graded[0], LAB, notation.BLANK).values()) == {0}


def test_the_table_has_no_surprise(graded):
    lines, surprises = notation.table(graded[0], LAB, graded[1])
    assert surprises == 0
    assert any("juste-corrige" in line and "19/19" in line for line in lines)


def test_validate_accepts_the_solution(graded):
    """nbgrader validate exits 0 on failure too, so its sentence is what counts."""
    notebook = f"submitted/juste-corrige/{LAB}/{LAB}.ipynb"
    done = subprocess.run([sys.executable, "-m", "nbgrader", "validate", notebook], cwd=graded[0], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "ATELIER_LOTS": "100"})
    assert "Success! Your notebook passes all the tests." in done.stdout, done.stdout[-3000:]


def test_export_writes_the_grades(graded):
    courses.nbgrader(graded[0], "export")
    text = (graded[0] / "grades.csv").read_text("utf-8")
    row = next(line for line in text.splitlines() if ",juste-corrige," in line)
    assert "19.0" in row and text.count("\n") > len(EXAMPLES)
