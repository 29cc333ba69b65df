"""The engine and nbgrader's own commands, run for real on a sample of the bank of every lab: the tests judge as each copy says."""

import os
import re
import subprocess
import sys

import pytest

from atelier import bank, copies, courses, generation, mutation, notation, witness
from conftest import LAB, class_of

BANK = {lab: copies.read_all(lab) for lab in generation.labs()}
KILLED = {"cnn_mnist": 90, "cnn_autres_donnees": 120}  # mutants, at the least, that the bank has to kill
CLASS = {lab: class_of(lab) for lab in BANK}
LEAST = {"cnn_mnist": {"juste": 45, "faux": 60, "triche": 15}, "cnn_autres_donnees": {"juste": 15, "faux": 50, "triche": 8}}


def each_copy(wrong_only: bool = False):
    """Parametrize a test with every copy that is graded, of every lab."""
    pairs = [(lab, example) for lab, examples in CLASS.items() for example in examples if example.wrong or not wrong_only]
    return pytest.mark.parametrize("lab, example", pairs, ids=[f"{lab}-{example.name}" for lab, example in pairs], indirect=["lab"])


@each_copy()
def test_each_copy_scores_what_it_says(lab, graded_class, example):
    scores = courses.points(graded_class, lab, example.name)
    expected = example.expected(courses.maximum(graded_class, lab))
    assert {name: scores[name] for name in expected} == expected


@each_copy()
def test_only_tampered_judges_await_a_human(lab, graded_class, example):
    assert courses.awaiting(graded_class, lab, example.name) == example.suspect


def test_names_say_what_the_copies_are(lab):
    kinds = {kind: [each for each in BANK[lab] if each.name.startswith(kind + "-")] for kind in copies.KINDS}
    assert sum(map(len, kinds.values())) == len(BANK[lab])
    assert all(len(kinds[kind]) >= least for kind, least in LEAST.get(lab, {}).items())
    assert not any(each.points for each in kinds["juste"]) and all(each.points for each in kinds["faux"])


def test_every_test_refuses_four_wrong_answers(lab, graded_class):
    refused = {test: [each.name for each in BANK[lab] if each.wrong and each.points.get(test) == 0]
               for test in courses.maximum(graded_class, lab)}
    assert {test: names for test, names in refused.items() if len(names) < 4} == {}


@each_copy(wrong_only=True)
def test_the_messages_are_those_reviewed(lab, graded_class, example):
    """The golden file of a copy says what its student reads; ``python -m atelier.bank --accepter`` writes it."""
    said = courses.messages(graded_class, lab, example.name)
    assert bank.golden(lab, example.name).read_text("utf-8") == bank.text(said)


def test_the_messages_of_every_wrong_copy_were_reviewed(lab):
    assert [example.name for example in BANK[lab] if example.wrong and not bank.golden(lab, example.name).exists()] == []


def test_weakened_tests_are_noticed(graded):
    """The solution notices each contrary, a copy what it is told of, and nobody the rest; the whole bank notices all (``make banc``)."""
    alone = next(example for example in CLASS[LAB] if example.wrong)
    alive, killed, _ = mutation.check(LAB, graded[0], [alone])
    left = {mutant.change for mutant in alive}
    assert killed > 60 and left and not any(change.startswith("contraire") for change in left)
    told = courses.messages(graded[0], LAB, alone.name)
    assert told and not [mutant for mutant in alive if mutant.change.startswith("sans") and re.fullmatch(mutant.says, told.get(mutant.test, ""))]


def test_a_mutant_weakens_one_thing():
    judge = "def _juger(x):\n    assert 0 < x < 0.5, 'non'\n    assert close(x, 1, atol=0.1)"
    found = {mutant.change: mutant.judge for mutant in mutation.mutants("test", judge)}
    assert "assert True, 'non'" in found["sans 0 < x < 0.5"]
    assert "assert not 0 < x < 0.5, 'non'" in found["contraire de 0 < x < 0.5"]
    assert "assert -1 < x < 5.0, 'non'" in found["0 < x < 0.5 devient -1 < x < 5.0"]
    assert "atol=1.0" in found["atol=0.1 devient 1.0"]
    assert len(found) == 6 and all(text.count("assert") == 2 for text in found.values())


def test_a_mutant_knows_what_its_assertion_says():
    judge = "def _juger(x):\n    assert x > 0, f'{x} (non) : ' + expliquer(x)\n    assert close(x, 1, atol=0.1)"
    says = {mutant.change: mutant.says for mutant in mutation.mutants("test", judge)}
    assert re.fullmatch(says["sans x > 0"], "-3 (non) : négatif") and not re.fullmatch(says["x > 0 devient x > -1"], "non")
    assert says["atol=0.1 devient 1.0"] == ".*"


def test_the_judge_a_mutant_comes_from_is_the_one_that_grades(lab, every_source):
    tests = [cell for cell in every_source.cells if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"]
    found = [list(mutation.mutants("test", witness.split(cell.source)[1])) for cell in tests]
    assert all(found) and sum(map(len, found)) - sum(map(len, mutation.equivalents(lab).values())) > KILLED.get(lab, 0)


def test_the_solution_scores_19_and_waits_for_a_human(lab, graded_class):
    scores = courses.points(graded_class, lab, copies.SOLUTION)
    assert list(scores.values()).count(None) == 1 and sum(filter(None, scores.values())) == 19


def test_the_untouched_release_scores_0(lab, graded_class):
    assert set(courses.points(graded_class, lab, notation.BLANK).values()) == {0}


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
    assert "19.0" in row and text.count("\n") > len(CLASS[LAB])
