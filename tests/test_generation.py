"""The one-way road: text -> source -> release, deterministic, agreeing, and open to paired editing."""

import os
import re
import shutil
import subprocess
import sys

import jupytext
import nbformat
import pytest

from atelier import generation
from conftest import LAB, grade_id, hidden_lines, is_test


@pytest.fixture
def course(tmp_path):
    """A copy of the course, from its texts."""
    shutil.copy(generation.ROOT / "nbgrader_config.py", tmp_path)
    shutil.copy(generation.ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(generation.ROOT / "notebooks", tmp_path / "notebooks")
    return tmp_path


def test_the_three_forms_agree_and_generation_is_deterministic(course, lab):
    for _ in range(2):
        for step, path in [("source", generation.make_source(lab, course)), ("release", generation.make_release(lab, course))]:
            committed = generation.ROOT / step / lab / f"{lab}.ipynb"
            assert path.read_bytes() == committed.read_bytes(), f"{step}/ n'est pas à jour : lancez make generer"


def test_notebooks_are_valid_and_ids_stable(every_source, every_release):
    for notebook in (every_source, every_release):
        nbformat.validate(notebook)
        assert all(grade_id(cell) in (None, cell.id) for cell in notebook.cells)


def test_an_edit_in_source_is_carried_to_the_text_by_the_pairing(course):
    path = generation.make_source(LAB, course)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source += "\n\nUne phrase ajoutée dans le notebook."
    nbformat.write(notebook, path)
    subprocess.run([sys.executable, "-m", "jupytext", "--sync", path], cwd=course, check=True)
    text = (course / "notebooks" / f"{LAB}.md").read_text("utf-8")
    assert "Une phrase ajoutée dans le notebook." in text
    assert jupytext.reads(text, "md").cells[0].source == notebook.cells[0].source


@pytest.mark.parametrize("newer", ["source", "notebooks"])
def test_an_edit_in_source_outside_the_pairing_is_never_overwritten(course, newer):
    path, text = generation.make_source(LAB, course), course / "notebooks" / f"{LAB}.md"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source = "Réécrit hors de JupyterLab."
    nbformat.write(notebook, path)
    text.write_text(text.read_text("utf-8").replace("chiffres manuscrits", "chiffres"), "utf-8")
    os.utime(path if newer == "source" else text, (2e9, 2e9))
    with pytest.raises(generation.GenerationError, match="a été modifié à part"):
        generation.make_source(LAB, course)
    assert nbformat.read(path, as_version=4).cells[0].source == "Réécrit hors de JupyterLab."


def test_a_text_changed_alone_is_generated_again(course):
    generation.make_source(LAB, course)
    text = course / "notebooks" / f"{LAB}.md"
    text.write_text(text.read_text("utf-8").replace("chiffres manuscrits", "chiffres écrits"), "utf-8")
    assert "chiffres écrits" in generation.make_source(LAB, course).read_text("utf-8")


def test_a_source_that_nbgrader_refuses_leaves_the_release_as_it_was(course):
    generation.make_source(LAB, course)
    release = generation.make_release(LAB, course)
    before = release.read_bytes()
    text = course / "notebooks" / f"{LAB}.md"
    text.write_text(text.read_text("utf-8").replace("### END SOLUTION", "", 1), "utf-8")
    generation.make_source(LAB, course)
    with pytest.raises(generation.GenerationError, match="end solution"):
        generation.make_release(LAB, course)
    assert release.read_bytes() == before


def test_saving_on_another_machine_leaves_the_text_as_it_is(course):
    """JupyterLab writes the kernel's version into the notebook: the text does not take it."""
    path = generation.make_source(LAB, course)
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["language_info"] = {"name": "python", "version": "3.12.99", "codemirror_mode": "ipython"}
    nbformat.write(notebook, path)
    os.utime(path, (2e9, 2e9))
    subprocess.run([sys.executable, "-m", "jupytext", "--sync", path], cwd=course, check=True)
    committed = generation.ROOT / "notebooks" / f"{LAB}.md"
    assert (course / "notebooks" / f"{LAB}.md").read_text("utf-8") == committed.read_text("utf-8")


# what a student would only have to copy
ANSWERS = {
    "cnn_mnist": ["5408", "346176", "347146", "346\u202f176", "347\u202f146", "5\u202f408", "(13 * 13", "np.add.at"],
    "cnn_autres_donnees": ["462410", "462\u202f410", "// pas", "15 * 15", "np.add.at", "np.argsort(-erreurs"],
}


def test_release_holds_no_solution_no_hidden_test_no_answer(lab, every_source, every_release):
    text = nbformat.writes(every_release)
    assert not re.search(r"BEGIN|END (SOLUTION|HIDDEN|MARK)|Barème|_juger", text)
    assert [answer for answer in ANSWERS.get(lab, []) if re.search(rf"(?<!\d){re.escape(answer)}(?!\d)", text)] == []
    assert "jupytext" not in every_release.metadata
    assert not any(cell.get("outputs") for cell in every_release.cells)
    code = "\n".join(cell.source for cell in every_release.cells)
    assert len(hidden_lines(every_source)) > 80 and not [line for line in hidden_lines(every_source) if line in code]


def test_no_test_cell_looks_empty_and_each_says_that_it_is_graded_later(every_release):
    for cell in filter(is_test, every_release.cells):
        assert "assert " in cell.source, grade_id(cell)
        assert re.search(r"jugée?s? après la remise", cell.source), grade_id(cell)


def test_answer_cells_hold_a_french_stub(every_release):
    for cell in every_release.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            assert ("VOTRE CODE ICI" if cell.cell_type == "code" else "VOTRE RÉPONSE ICI") in cell.source
