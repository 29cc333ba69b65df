"""Our steps in nbgrader's own conversions; ``nbgrader_config.py`` says where each stands."""

import re
from pathlib import Path

import bleach
import nbformat
from nbconvert.exporters import HTMLExporter
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool, Unicode

from atelier import execution, witness
from atelier.generation import DIGEST_KEY

WITHHELD = "[Sortie retirée : elle reproduisait un test caché.]"


class DropAuthoringMetadata(NbGraderPreprocessor):
    """Release: drop the pairing with the author's text, which means nothing on a student's machine."""

    def preprocess(self, nb, resources):
        nb.metadata.pop("jupytext", None)
        nb.metadata.pop(DIGEST_KEY, None)
        return nb, resources


class RebuildOnRelease(NbGraderPreprocessor):
    """Sanitize: put the student's answers and own cells into the released notebook, whose structure alone is trusted.

    Cells come back in their order, with the released type, metadata and text: a deleted, moved, retyped or tagged cell
    (``skip-execution``) changes nothing. An answer that was split or pasted, so that several cells bear its id, is
    joined. A cell that the student added stays after the released cell that it followed, without metadata.
    """

    root = Unicode(help="Course folder; its ``release/`` holds the released notebooks.").tag(config=True)

    def preprocess(self, nb, resources):
        where = resources["nbgrader"]
        path = Path(self.root, "release", where["assignment"], f"{where['notebook']}.ipynb")
        released = nbformat.read(path, as_version=4)
        texts = {cell.source for cell in released.cells}
        answers: dict[str, list[str]] = {}
        added: dict[str | None, list] = {}
        known = {self._id(cell): cell for cell in released.cells if self._id(cell)}
        anchor = None
        for cell in nb.cells:
            name = self._id(cell)
            if name in known:
                anchor = name
                if utils.is_solution(known[name]):
                    answers.setdefault(name, []).append(cell.source)
            elif cell.source.strip() and cell.source not in texts:
                added.setdefault(anchor, []).append(self._plain(cell, f"ajout-{sum(map(len, added.values()))}"))
        nb.metadata = released.metadata
        nb.cells = added.get(None, [])
        for cell in released.cells:
            name = self._id(cell)
            cell.source = "\n".join(answers.get(name, [cell.source]))
            nb.cells += [cell, *(added.get(name, []) if name else [])]
        return nb, resources

    @staticmethod
    def _id(cell) -> str | None:
        return (cell.metadata.get("nbgrader") or {}).get("grade_id")

    @staticmethod
    def _plain(cell, name):
        new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
        return new(cell.source, id=name)


class ExecuteInSandbox(NbGraderPreprocessor):
    """Autograde: execute the copy and its witness cells in the sandbox (``nbgrader autograde`` and formgrader's button)."""

    isolated = Bool(True, help="Refuse to execute a copy outside a sandbox.").tag(config=True)

    def preprocess(self, nb, resources):
        settings = execution.Settings(isolated=self.isolated)
        resources["atelier"] = execution.merge(nb, execution.execute(nbformat.writes(nb).encode(), settings))
        return nb, resources


class RecordGrades(SaveAutoGrades):
    """Autograde: record all the points of a copy by one commit; a test whose judge was tampered with awaits a human."""

    def preprocess(self, nb, resources):
        where = resources["nbgrader"]
        self.notebook_id, self.assignment_id, self.student_id = where["notebook"], where["assignment"], where["student"]
        with Gradebook(where["db_url"]) as self.gradebook:
            session = self.gradebook.db
            commit, session.commit = session.commit, session.flush
            self.gradebook.update_or_create_student(self.student_id)
            when = {"timestamp": where["timestamp"]} if where.get("timestamp") else {}
            self.gradebook.update_or_create_submission(self.assignment_id, self.student_id, **when)
            nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
            grades = self.gradebook.find_submission_notebook(self.notebook_id, self.assignment_id, self.student_id).grades
            for grade in grades:
                if grade.name in resources["atelier"].suspect:
                    grade.needs_manual_grade = True
            tests = [grade for grade in grades if grade.cell_type == "code"]
            resources["points"] = sum(grade.auto_score or 0 for grade in tests), sum(grade.max_score for grade in tests)
            commit()
        return nb, resources


class KeepErrorsOnly(NbGraderPreprocessor):
    """Autograde: of what a test cell gave out, keep only errors.

    nbgrader scores any stderr as 0 and reads a numeric result as the score; a warning from a library or the last
    expression of a test must not decide a grade.
    """

    def preprocess_cell(self, cell, resources, index):
        if utils.is_grade(cell) and cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.output_type == "error"]
        return cell, resources


def _squash(text: str) -> str:
    return re.sub(r"\W+", "", text)


def as_shown(text: str) -> str:
    """Return what a terminal shows of a text: a progress bar rewrites its line with backspaces and carriage returns."""
    shown: list[str] = []
    for char in text.replace("\r\n", "\n"):
        if char == "\b":
            if shown and shown[-1] != "\n":
                shown.pop()
        elif char == "\r":
            while shown and shown[-1] != "\n":
                shown.pop()
        else:
            shown.append(char)
    return "".join(shown)


def merge_streams(outputs: list) -> list:
    """Return the outputs with what was written in a row to the same stream in one piece, as a terminal shows it."""
    merged: list = []
    for output in outputs:
        if merged and output.output_type == "stream" == merged[-1].output_type and output.name == merged[-1].name:
            merged[-1].text += output.text
        else:
            merged.append(output)
    for output in merged:
        if output.output_type == "stream":
            output.text = as_shown(output.text)
    return merged


TEXT_TAGS = {*bleach.ALLOWED_TAGS, *"p h1 h2 h3 h4 h5 h6 br hr del sub sup div span pre table thead tbody tr th td".split()}


def clean_html(html) -> str:
    """Return HTML with the tags of a text only: nbconvert's own filter shows paragraphs and headings as source."""
    return bleach.clean(str(html), tags=TEXT_TAGS, attributes={**bleach.ALLOWED_ATTRIBUTES, "*": ["class", "id"]})


class FeedbackExporter(HTMLExporter):
    """The exporter of feedback pages: its settings leave those of formgrader's own exporter alone."""

    def default_filters(self):
        yield from super().default_filters()
        yield "clean_html", clean_html


def question_titles(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Return the title of the question that each answer and each test belongs to: the first line of its statement."""
    titles, title = {}, ""
    for before, cell in zip([None, *notebook.cells], notebook.cells):
        if utils.is_solution(cell) and is_statement(before):
            title = before.source.split("\n")[0].lstrip("# ").replace("`", "")
        if utils.is_solution(cell) or utils.is_grade(cell):
            titles[cell.metadata.nbgrader.grade_id] = title
    return titles


def is_statement(cell: nbformat.NotebookNode | None) -> bool:
    """Return whether a cell (None before the first one) can state the question of the answer that follows it."""
    return cell is not None and cell.cell_type == "markdown" and not utils.is_solution(cell)


class StudentView(NbGraderPreprocessor):
    """Feedback: keep each question with the student's answer, the verdict of its tests, and nothing of the tests.

    The page's template reads three metadata of a graded cell: ``question`` (its title), ``en_attente`` (a human has to
    read it first) and, for a test, ``verdict`` (the French sentence of its error, "" when it passed). Tracebacks of test
    cells are dropped. An output of an answer that repeats a line of a hidden test (``print(In)``) is withheld; an output
    that encodes or draws one is not recognised.
    """

    def preprocess(self, nb, resources):
        waiting = self._waiting(resources["nbgrader"])
        secrets = self._hidden_lines(nb)
        titles, kept = question_titles(nb), []
        for before, cell in zip([None, *nb.cells], nb.cells):
            if utils.is_solution(cell) and is_statement(before):
                kept.append(before)
            if utils.is_solution(cell) or utils.is_grade(cell):
                cell.metadata["question"] = titles[cell.metadata.nbgrader.grade_id]
                cell.metadata["en_attente"] = cell.metadata.nbgrader.grade_id in waiting
                kept.append(self._cleaned(cell, secrets))
        nb.cells = kept
        return nb, resources

    @staticmethod
    def _waiting(where: dict) -> set[str]:
        """Return the ids of the cells whose grade waits for a human."""
        with Gradebook(where["db_url"]) as book:
            submission = book.find_submission_notebook(where["notebook"], where["assignment"], where["student"])
            return {grade.name for grade in submission.grades if grade.needs_manual_grade}

    @staticmethod
    def _hidden_lines(nb) -> list[str]:
        """Return the telling code lines of the hidden tests, without spaces nor punctuation.

        Left out: what a given cell shows too, and the lines that are only a message, which the student has to read.
        """
        hidden, shown = [], set()
        for cell in nb.cells:
            visible = cell.copy()
            ClearHiddenTests()._remove_hidden_test_region(visible)
            kept = set(visible.source.split("\n"))
            shown |= kept
            if utils.is_grade(cell):
                hidden += [line for line in cell.source.split("\n") if line not in kept]
        told = {_squash(line) for line in shown}
        lines = {_squash(line) for line in hidden if not re.match(r"""\s*f?["']""", line)}
        return [line for line in lines - told if len(line) > 20]

    def _cleaned(self, cell, secrets):
        if cell.cell_type != "code":
            return cell
        if utils.is_grade(cell) and not utils.is_solution(cell):
            errors = [output for output in cell.outputs if output.output_type == "error"]
            cell.metadata["verdict"] = self._without(witness.sentence(errors[-1]), secrets) if errors else ""
            cell.source, cell.outputs = "", []
            return cell
        cell.outputs = [self._safe(self._without_secrets(output, secrets)) for output in merge_streams(cell.outputs)]
        return cell

    @staticmethod
    def _safe(output):
        """Drop what could carry markup into the page: the metadata of an output, an image that is not base64."""
        if "data" in output:
            output.metadata = {}
            for kind in [kind for kind in output.data if kind.startswith("image/")]:
                if not re.fullmatch(r"[A-Za-z0-9+/=\s]+", str(output.data[kind])):
                    del output.data[kind]
        return output

    @staticmethod
    def _without(text: str, secrets: list[str]) -> str:
        squashed = _squash(text)
        return WITHHELD if any(secret in squashed for secret in secrets) else text

    def _without_secrets(self, output, secrets):
        for holder in (output, output.get("data", {})):
            for key, value in holder.items():
                if key in ("output_type", "name", "metadata") or key.startswith("image/png"):
                    continue
                if isinstance(value, str):
                    holder[key] = self._without(value, secrets)
                elif isinstance(value, list):
                    holder[key] = [self._without(str(line), secrets) for line in value]
        return output
