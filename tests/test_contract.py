"""The contract of the notebook, as written in ``notebooks/README.md``, holds in source and release."""

import ast
import re

import pytest

from atelier import witness
from atelier.generation import ROOT
from conftest import grade_id, is_test

# lab -> answer cell -> its test cells and their points; the written answer bears its own points
CONTRACT = {
    "cnn_mnist": {
        "charger-mnist": {"test-charger-mnist": 1},
        "grille-test": {"test-grille-test": 2},
        "preparer": {"test-preparer": 1},
        "taille-flatten": {"test-taille-flatten": 2},
        "nb-parametres": {"test-params-conv": 1, "test-params-dense-1": 1, "test-params-dense-2": 1, "test-nb-parametres": 1},
        "construire-cnn": {"test-construire-cnn": 2},
        "entrainer": {"test-compilation": 1, "test-apprentissage": 2},
        "courbes": {"test-courbes": 1},
        "surapprentissage": {"surapprentissage": 1},
        "evaluer": {"test-evaluer": 1},
        "predire": {"test-predire": 1, "test-confusion": 1},
    },
    "cnn_autres_donnees": {
        "charger-fashion": {"test-charger-fashion": 1},
        "grille": {"test-grille": 1},
        "entrainer": {"test-architecture": 1, "test-apprentissage": 1},
        "comparer": {"test-comparaison": 1},
        "confusions": {"test-confusions": 2},
        "sortie-convolution": {"test-sortie-convolution": 2},
        "sortie-pooling": {"test-sortie-pooling": 1},
        "nombre-parametres": {"test-nombre-parametres": 2},
        "cifar": {"test-cifar": 1},
        "defi": {"test-defi-entrainement": 1, "test-defi-budget": 1, "test-defi-dense": 1, "test-defi-reference": 1},
        "surapprendre": {"test-surapprentissage": 1},
        "remede": {"test-remede": 1},
        "expliquer": {"expliquer": 1},
    },
}


@pytest.fixture(params=["every_source", "every_release"])
def notebook(request):
    return request.getfixturevalue(request.param)


def test_answers_tests_and_points(lab, notebook):
    found, answer = {}, None
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("solution"):
            answer = meta["grade_id"]
            found[answer] = {}
        if meta.get("grade"):
            found[answer][meta["grade_id"]] = meta["points"]
    assert found == CONTRACT.get(lab, found)
    assert sum(points for tests in found.values() for points in tests.values()) == 20


def test_each_graded_cell_is_locked_and_each_id_is_used_once(lab, notebook):
    ids = [grade_id(cell) for cell in notebook.cells if grade_id(cell)]
    assert len(ids) == len(set(ids))
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        assert not meta or meta["solution"] != meta["locked"], meta["grade_id"]


def documented(lab: str) -> list[list[str]]:
    """Return the rows of a lab's table in ``notebooks/README.md``: number, answer cell, what it defines, test cells, points."""
    text = (ROOT / "notebooks" / "README.md").read_text("utf-8").partition(f"## Le contrat de `{lab}`")[2].partition("\n## ")[0]
    rows = [[column.strip() for column in line.split("|")[1:-1]] for line in text.splitlines()]
    return [row for row in rows if len(row) == 5 and row[0].isdigit()]


@pytest.mark.parametrize("lab", CONTRACT)
def test_the_documented_table_is_the_contract(lab):
    found = {}
    for _, answer, _, tests, total in documented(lab):
        found[answer.strip("`")] = {test: int(points or total) for test, points in re.findall(r"`([a-z0-9-]+)`(?:\s*:\s*(\d))?", tests)}
    assert found == CONTRACT[lab]


@pytest.mark.parametrize("lab", CONTRACT, indirect=True)
def test_every_name_of_the_contract_is_in_the_text(lab, every_release):
    text = "\n".join(cell.source for cell in every_release.cells if cell.cell_type == "markdown")
    names = [name for row in documented(lab) for each in re.findall(r"`([^`]+)`", row[2])
             for name in ([each] if "(" in each else each.split(", "))]
    assert len(names) > 10 and [name for name in names if f"`{name}`" not in text] == []


def test_only_what_the_design_says_stands_at_the_top():
    import subprocess
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    top = {name.split("/")[0] for name in tracked}
    assert top <= {"notebooks", "source", "release", "tests", "nbgrader_config.py", "requirements.txt", "README.md",
                   "Makefile", "pyproject.toml", ".ci", ".gitignore", "atelier", "requirements.lock", ".github",
                   ".gitlab-ci.yml"}
    assert not [name for name in tracked if name.startswith(("submitted/", "autograded/", "feedback/", "travail/"))
                or name.endswith((".db", ".csv"))]
    assert all(f"release/{lab}/{lab}.ipynb" in tracked for lab in CONTRACT) or not tracked


def test_every_cell_is_python(every_source, every_release):
    """Narrow spaces belong to French prose: one too many in the code breaks a cell."""
    for notebook in (every_source, every_release):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                ast.parse(cell.source)


def test_judges_call_a_model_as_predict_does(every_source):
    """Called without ``training=False``, Keras's augmentation layers draw other images: the points would depend on the draw."""
    models = {"model", "malade", "soigne"}  # parameters of judges
    judges = [parts[1] for cell in every_source.cells if is_test(cell) and (parts := witness.split(cell.source))]
    calls = [ast.unparse(node) for judge in judges for node in ast.walk(ast.parse(judge))
             if isinstance(node, ast.Call) and getattr(node.func, "id", "") in models]
    assert calls and [call for call in calls if not call.endswith("training=False)")] == []
