"""The corrected notebook, run whole: it works, it is quiet, it is written as French should be, its figures say what they show."""

import re

import pytest

from atelier.generation import ROOT
from conftest import grade_id, is_test


def outputs(notebook, kind):
    return [(grade_id(cell), output) for cell in notebook.cells if cell.cell_type == "code"
            for output in cell.outputs if output.output_type == kind]


def test_runs_from_top_to_bottom_without_error(executed):
    assert [(name, error.ename, error.evalue) for name, error in outputs(executed, "error")] == []
    assert all(cell.execution_count for cell in executed.cells if cell.cell_type == "code")


def test_nothing_on_stderr_and_nothing_at_all_in_test_cells(executed):
    assert [(name, stream.text) for name, stream in outputs(executed, "stream") if stream.name == "stderr"] == []
    assert [grade_id(cell) for cell in executed.cells if is_test(cell) and cell.outputs] == []


NETS = {"cnn_mnist": 4, "cnn_autres_donnees": 3}


@pytest.mark.parametrize("lab", NETS, indirect=True)
def test_safety_nets_stay_silent_for_the_solution(lab, executed):
    nets = [cell for cell in executed.cells if (grade_id(cell) or "").startswith("filet-")]
    assert len(nets) == NETS[lab] and not any(cell.outputs for cell in nets)


# the cell whose output says what the network is worth, the least accuracy that the text announces, the greatest loss
ANNOUNCED = {"cnn_mnist": ("evaluer", 0.98, 0.07), "cnn_autres_donnees": ("bilan-defi", 0.85, None)}


@pytest.mark.parametrize("lab", ANNOUNCED, indirect=True)
def test_accuracy_and_loss_are_those_the_text_announces(lab, executed):
    cell, least_accuracy, greatest_loss = ANNOUNCED[lab]
    said = next(stream.text for name, stream in outputs(executed, "stream") if name == cell)
    *losses, accuracy = map(float, re.findall(r"\d\.\d+", said))
    assert accuracy >= least_accuracy and all(loss <= greatest_loss for loss in losses)


def test_every_figure_has_a_title_labels_and_a_reading(every_release):
    cells = every_release.cells
    for index, cell in enumerate(cells):
        if cell.cell_type == "code" and "imshow" in cell.source and not is_test(cell):
            assert "suptitle" in cell.source and "label" in cell.source, grade_id(cell)
            assert cells[index + 1].source.startswith("**Lecture.**"), grade_id(cell)
            assert set(re.findall(r'cmap="(\w+)"', cell.source)) <= {"gray_r", "cividis"}, grade_id(cell)


def test_given_and_visible_code_fits_the_screen(every_release):
    long = [(grade_id(cell), line) for cell in every_release.cells if cell.cell_type == "code"
            for line in cell.source.splitlines() if len(line) > 112]
    assert long == []


def test_given_cells_import_what_they_use(every_release):
    """A student may have written ``from keras.datasets import mnist``: no given cell leans on the student's aliases."""
    for cell in every_release.cells:
        meta = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and meta.get("locked"):
            for alias, statement in [("np.", "import numpy as np"), ("plt.", "import matplotlib.pyplot as plt"),
                                     ("keras.", "import keras"), (" layers.", "from keras import layers")]:
                code = re.sub(r'".*?"', "", cell.source)
                assert alias not in code or statement in cell.source, (meta["grade_id"], alias)


@pytest.mark.parametrize("pattern", [
    r"[^\s:|\-(`] [:;!?](?![=-])",  # an ordinary space before a double mark
    r"« | »",
    r"[a-zé][;!?](?=\s|$)",  # no space at all
    r"\w'\w",  # a straight apostrophe in the prose
    r'(?<![=`\w(])"[A-Za-zé]',  # English quotes
], ids=["espace", "guillemets", "collé", "apostrophe", "anglais"])
def test_french_typography_of_the_prose(every_source, pattern):
    texts = [cell.source for cell in every_source.cells if cell.cell_type == "markdown"]
    texts += [(ROOT / name).read_text("utf-8") for name in ("README.md", "notebooks/README.md")]
    for text in texts:
        prose = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|^\|[-|]*$", "`", text, flags=re.DOTALL | re.MULTILINE)
        assert not re.search(pattern, prose), (re.search(pattern, prose)[0], prose[:80])


def test_french_typography_of_what_the_code_says(every_release):
    for cell in every_release.cells:
        if cell.cell_type == "code":
            for text in re.findall(r'f?"([^"]*)"|#(.*)', cell.source):
                assert not re.search(r"[^\s\[,] [:;!?](?=\s|$)", "".join(text)), "".join(text)
