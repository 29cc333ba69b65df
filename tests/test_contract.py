"""The contract of the notebook, as written in ``notebooks/README.md``, holds in source and release."""

import ast
import re

import pytest

from atelier.generation import ROOT
from conftest import LAB, grade_id

# answer cell -> its test cells and their points; the written answer bears its own points
CONTRACT = {
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
}


@pytest.fixture(params=["source", "release"])
def notebook(request):
    return request.getfixturevalue(request.param)


def test_answers_tests_and_points(notebook):
    found, answer = {}, None
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        if meta.get("solution"):
            answer = meta["grade_id"]
            found[answer] = {}
        if meta.get("grade"):
            found[answer][meta["grade_id"]] = meta["points"]
    assert found == CONTRACT
    assert sum(points for tests in found.values() for points in tests.values()) == 20


def test_each_graded_cell_is_locked_and_each_id_is_used_once(notebook):
    ids = [grade_id(cell) for cell in notebook.cells if grade_id(cell)]
    assert len(ids) == len(set(ids))
    for cell in notebook.cells:
        meta = cell.metadata.get("nbgrader", {})
        assert not meta or meta["solution"] != meta["locked"], meta["grade_id"]


def test_the_documented_table_is_the_contract():
    documented = {}
    for line in (ROOT / "notebooks" / "README.md").read_text("utf-8").splitlines():
        columns = [column.strip() for column in line.split("|")[1:-1]]
        if len(columns) == 5 and columns[0].isdigit():
            answer = columns[1].strip("`")
            tests = re.findall(r"`([a-z0-9-]+)`(?:\s*:\s*(\d))?", columns[3])
            documented[answer] = {test: int(points or columns[4]) for test, points in tests}
    assert documented == CONTRACT


def test_every_variable_of_the_contract_is_in_the_text(release):
    text = "\n".join(cell.source for cell in release.cells if cell.cell_type == "markdown")
    names = ["x_train", "y_train", "x_test", "y_test", "figure_test", "x_train_norm", "x_test_norm", "taille_flatten",
             "params_conv", "params_dense_1", "params_dense_2", "nb_parametres", "history", "figure_courbes", "perte_test",
             "exactitude_test", "y_pred", "confusion", "construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10)"]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_only_what_the_design_says_stands_at_the_top():
    import subprocess
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    top = {name.split("/")[0] for name in tracked}
    assert top <= {"notebooks", "source", "release", "tests", "nbgrader_config.py", "requirements.txt", "README.md",
                   "Makefile", "pyproject.toml", ".ci", ".gitignore", "atelier", "requirements.lock", ".github",
                   ".gitlab-ci.yml"}
    assert not [name for name in tracked if name.startswith(("submitted/", "autograded/", "feedback/", "travail/"))
                or name.endswith((".db", ".csv"))]
    assert f"release/{LAB}/{LAB}.ipynb" in tracked or not tracked


def test_every_cell_is_python(source, release):
    """Narrow spaces belong to French prose: one too many in the code breaks a cell."""
    for notebook in (source, release):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                ast.parse(cell.source)
