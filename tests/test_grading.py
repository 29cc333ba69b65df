"""The engine and nbgrader's own commands, run for real on the example class: the tests judge as each copy says."""

import os
import subprocess
import sys

import pytest

from atelier import copies, notation
from conftest import LAB

EXAMPLES = copies.read_all(LAB)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_copy_scores_what_it_says(graded, example):
    course = graded[0]
    scores = notation.points(course, LAB, example.name)
    expected = example.expected(notation.maximum(course, LAB))
    assert {name: scores[name] for name in expected} == expected


def test_names_say_what_the_copies_are():
    kinds = {kind: [e for e in EXAMPLES if e.name.startswith(kind + "-")] for kind in ("juste", "faux", "triche")}
    assert sum(map(len, kinds.values())) == len(EXAMPLES)
    assert len(kinds["juste"]) >= 4 and not any(example.points for example in kinds["juste"])
    assert len(kinds["faux"]) >= 6 and all(example.points for example in kinds["faux"])


def test_the_solution_scores_19_and_waits_for_a_human(graded):
    scores = notation.points(graded[0], LAB, "juste-corrige")
    assert scores.pop("surapprentissage") is None
    assert sum(scores.values()) == 19


def test_the_untouched_release_scores_0(graded):
    assert set(notation.points(graded[0], LAB, notation.BLANK).values()) == {0}


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
    notation.nbgrader(graded[0], "export")
    text = (graded[0] / "grades.csv").read_text("utf-8")
    row = next(line for line in text.splitlines() if ",juste-corrige," in line)
    assert "19.0" in row and text.count("\n") > len(EXAMPLES)
