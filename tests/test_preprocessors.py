"""What a copy may contain and what we make of it: structure comes from the release, text outputs are tidied."""

import copy

import nbformat
import pytest
from nbgrader.preprocessors import OverwriteCells

from atelier import copies, preprocessors
from atelier.generation import ROOT
from conftest import LAB, grade_id


@pytest.fixture
def handed_in(source, release):
    """The solution, as a student hands it in."""
    return copies.submission(copies.ExampleCopy("corrige", {}, {}), source, release)


def rebuilt(notebook):
    step = preprocessors.RebuildOnRelease(root=str(ROOT))
    return step.preprocess(copy.deepcopy(notebook), {"nbgrader": {"assignment": LAB, "notebook": LAB}})[0]


def find(notebook, name):
    return next(cell for cell in notebook.cells if grade_id(cell) == name)


def test_an_honest_copy_comes_out_as_it_was(handed_in):
    assert rebuilt(handed_in).cells == handed_in.cells


def test_a_split_answer_is_joined(handed_in):
    answer = find(handed_in, "nb-parametres")
    half = copy.deepcopy(answer)
    first, *rest = answer.source.split("\n")
    answer.source, half.source, half.id = first, "\n".join(rest), "moitie"
    handed_in.cells.insert(handed_in.cells.index(answer) + 1, half)
    cells = rebuilt(handed_in).cells
    assert [cell.source for cell in cells if grade_id(cell) == "nb-parametres"] == ["\n".join([first, *rest])]


@pytest.mark.parametrize("tamper", [
    lambda nb: nb.cells.reverse(),
    lambda nb: nb.cells.sort(key=lambda cell: not (grade_id(cell) or "").startswith("filet-")),
    lambda nb: nb.cells.__setitem__(slice(None), [cell for cell in nb.cells if grade_id(cell) is None or cell.metadata.nbgrader.solution]),
    lambda nb: [cell.metadata.update(tags=["skip-execution"]) for cell in nb.cells],
    lambda nb: [cell.metadata.nbgrader.update(solution=True, points=100, locked=False) for cell in nb.cells if grade_id(cell)],
    lambda nb: nb.metadata.update(kernelspec={"name": "bash", "display_name": "bash"}),
], ids=["tout à l'envers", "filets d'abord", "cellules données effacées", "étiquettes", "métadonnées", "noyau"])
def test_structure_comes_from_the_release_whatever_was_done_to_it(handed_in, tamper):
    expected = copy.deepcopy(handed_in)
    tamper(handed_in)
    result = rebuilt(handed_in)
    tagged = [cell for cell in result.cells if grade_id(cell)]
    assert tagged == [cell for cell in expected.cells if grade_id(cell)]
    assert result.metadata == expected.metadata


def test_the_students_own_cells_stay_where_they_were(handed_in):
    mine = nbformat.v4.new_code_cell("brouillon = 1", metadata={"tags": ["skip-execution"]})
    handed_in.cells.insert(handed_in.cells.index(find(handed_in, "preparer")), mine)
    cells = rebuilt(handed_in).cells
    index = next(i for i, cell in enumerate(cells) if cell.source == "brouillon = 1")
    names = [grade_id(cell) for cell in cells]
    assert names.index("test-grille-test") < index < names.index("preparer")
    assert cells[index].metadata == {}


def test_nbgrader_still_restores_the_hidden_tests():
    """RebuildOnRelease comes first and nbgrader's own step, which brings the hidden tests back, still follows."""
    from nbgrader.apps import NbGraderApp
    from nbgrader.converters import Autograde
    app = NbGraderApp()
    app.config_file_paths.insert(0, str(ROOT))
    app.load_config_file()
    steps = Autograde(config=app.config).sanitize_preprocessors
    assert steps[0] is preprocessors.RebuildOnRelease and OverwriteCells in steps


@pytest.mark.parametrize("written, shown", [
    ("a\nb", "a\nb"), ("10%\r50%\r100%\n", "100%\n"), ("ab\b\bcd", "cd"), ("x\n\b\by", "x\ny"), ("ligne\r\n", "ligne\n"),
])
def test_progress_bars_read_as_a_terminal_shows_them(written, shown):
    assert preprocessors.as_shown(written) == shown


def test_streams_written_in_a_row_are_one():
    outputs = [nbformat.v4.new_output("stream", name=name, text=text) for name, text in
               [("stdout", "a"), ("stdout", "b"), ("stderr", "c"), ("stdout", "d")]]
    assert [(output.name, output.text) for output in preprocessors.merge_streams(outputs)] == [
        ("stdout", "ab"), ("stderr", "c"), ("stdout", "d")]
