"""Our steps in nbgrader's own conversions; ``nbgrader_config.py`` says where each stands."""

import hashlib
import json
import re
from pathlib import Path

import bleach
import nbformat
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import strip_ansi
from nbgrader import utils
from nbgrader.api import Grade, Gradebook, SubmittedNotebook
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool, Unicode

from atelier import execution, witness
from atelier.french import typographic
from atelier.generation import DIGEST_KEY

WITHHELD = "[Sortie retirée : elle reproduisait un test caché.]"
ADDED = "ajout-"  # begins the id of a cell that the student added
LONGEST_OUTPUT = 20_000  # characters, on a feedback page


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
                added.setdefault(anchor, []).append(self._plain(cell, f"{ADDED}{sum(map(len, added.values()))}"))
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
    """Return HTML with the tags of a text only: nbconvert's own filter shows paragraphs and headings as source.

    Headings become bold lines, so that the page keeps its own outline.
    """
    clean = bleach.clean(str(html), tags=TEXT_TAGS, attributes={**bleach.ALLOWED_ATTRIBUTES, "*": ["class"]})
    return re.sub(r"<(/?)h[1-6][^>]*>", lambda tag: "</p>" if tag[1] else '<p class="intertitre">', clean)


def bounded(text: str) -> str:
    """Return a text of bounded length, without the folders of the machine that graded."""
    if len(text) > LONGEST_OUTPUT:
        text = f"{text[:LONGEST_OUTPUT]}\n[Texte coupé : il dépassait {LONGEST_OUTPUT} caractères.]"
    return re.sub(r"""[^\s"'(]{0,200}/(site|dist)-packages/""", "", text)


def own_lines(traceback: list[str]) -> str:
    """Return the lines of the student's own code in the traceback of an answer, and what the error says."""
    frames = [strip_ansi(frame) for frame in traceback]
    own = [frame for frame in frames if not re.match(r"File |-+$|.*Traceback \(most recent call last\)|\[\.\.\. skipping", frame)]
    text = re.sub(r"Cell In ?\[\d+\], line", "Votre code, ligne", "\n".join(own))
    text = re.sub(r'(?m)^ *File ".*\n?', "", text)  # TensorFlow repeats its own frames in what the error says
    return bounded(re.sub(r"\n\s*\n", "\n", text))


class FeedbackExporter(HTMLExporter):
    """The exporter of feedback pages: its settings leave those of formgrader's own exporter alone."""

    exclude_anchor_links = Bool(True)

    def default_filters(self):
        yield from super().default_filters()
        yield "clean_html", clean_html
        yield "typographic", typographic


def question_titles(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Return the title of the question that each answer and each test belongs to: the first line of its statement.

    Where nothing is stated, it is the id of the answer.
    """
    titles, title = {}, ""
    for before, cell in zip([None, *notebook.cells], notebook.cells):
        if utils.is_solution(cell) and is_statement(before):
            title = before.source.split("\n")[0].lstrip("# ").replace("`", "")
        if utils.is_solution(cell) or utils.is_grade(cell):
            title = title or cell.metadata.nbgrader.grade_id
            titles[cell.metadata.nbgrader.grade_id] = title
    return titles


def is_statement(cell: nbformat.NotebookNode | None) -> bool:
    """Return whether a cell (None before the first one) can state the question of the answer that follows it."""
    return cell is not None and cell.cell_type == "markdown" and not utils.is_solution(cell) and not str(cell.get("id")).startswith(ADDED)


def checked(cell: nbformat.NotebookNode) -> str:
    """Return what a test says that it checks, in the comments that open and close its visible part; "" if it says nothing."""
    visible = cell.copy()
    ClearHiddenTests()._remove_hidden_test_region(visible)
    first, *others = [line for line in visible.source.split("\n") if line.strip()] or [""]
    opening = re.match(r"# Vérification\s*:\s*(.*)", first)
    if not opening:
        return ""
    return " ".join([opening[1], *(line.lstrip("# ") for line in others[-1:] if line.startswith("# "))])


def verdict(grade: Grade, said: str) -> str:
    """Return what is wrong in an answer, or why it has no points yet; "" when nothing is to say. ``said``: the sentence of its test, or ""."""
    if grade.needs_manual_grade:
        return said or "Cette réponse attend d'être lue par votre enseignant ou votre enseignante."
    if grade.score >= grade.cell.max_score or grade.manual_score is not None and said == witness.SUSPECT:
        return ""
    return said or ("Aucune réponse n'a été écrite." if grade.manual_score is None and not grade.score else "")


def graded_state(copy: SubmittedNotebook) -> str:
    """Return a digest of what the gradebook holds on a copy: when it changes, the feedback page is out of date."""
    grades = sorted((grade.name, grade.score, grade.needs_manual_grade) for grade in copy.grades)
    comments = sorted((comment.name, comment.comment) for comment in copy.comments)
    return hashlib.sha256(json.dumps([grades, comments, copy.late_submission_penalty]).encode()).hexdigest()[:16]


class StudentView(NbGraderPreprocessor):
    """Feedback: keep each question with the student's answer, the verdict of its tests, and nothing of the tests.

    The page's template reads ``resources["retour"]`` (the student, the grade, the questions with a line per graded cell) and the
    metadata of the cells: ``question`` (its title), ``numero`` (on the first cell of a question), ``ligne`` (on a graded cell).
    Tracebacks of test cells are dropped. An output of an answer that repeats a line of a hidden test (``print(In)``) is
    withheld; an output that encodes or draws one is not recognised.
    """

    def preprocess(self, nb, resources):
        where, secrets, titles = resources["nbgrader"], self._hidden_lines(nb), question_titles(nb)
        with Gradebook(where["db_url"]) as book:
            copy = book.find_submission_notebook(where["notebook"], where["assignment"], where["student"])
            page = self._summary(copy)
            grades = {grade.name: grade for grade in copy.grades}
            for cell in filter(utils.is_grade, nb.cells):
                cell.metadata["ligne"] = self._line(grades[cell.metadata.nbgrader.grade_id], cell, secrets)
        heading = next((cell.source for cell in nb.cells if is_statement(cell) and cell.source.startswith("# ")), where["notebook"])
        resources["retour"] = {**page, "titre": heading.split("\n")[0].lstrip("# ")}
        resources["retour"]["questions"], nb.cells = self._questions(nb, titles)
        for cell in nb.cells:
            self._clean(cell, secrets)
        return nb, resources

    @staticmethod
    def _summary(copy: SubmittedNotebook) -> dict:
        """Return what the top of the page says; ``note`` is None as long as something awaits a human."""
        late, student = copy.late_submission_penalty or 0.0, copy.student
        return {"note": None if copy.needs_manual_grade else max(0.0, copy.score - late), "sur": copy.max_score, "retard": late,
                "etudiant": " ".join(filter(None, [student.first_name, student.last_name])), "etat_du_carnet": graded_state(copy)}

    def _line(self, grade: Grade, cell, secrets) -> dict:
        """Return the points and the verdict of a graded cell."""
        errors = [] if utils.is_solution(cell) else [output for output in cell.get("outputs", []) if output.output_type == "error"]
        said = self._without(witness.sentence(errors[-1]), secrets) if errors else ""
        points, most = grade.score, grade.cell.max_score
        state = "attente" if grade.needs_manual_grade else "juste" if points >= most else "partiel" if points > 0 else "faux"
        return {"points": points, "sur": most, "etat": state, "verdict": verdict(grade, said), "attendu": checked(cell)}

    @staticmethod
    def _questions(nb, titles) -> tuple[dict[str, list], list]:
        """Return the lines of each question, by title, and the cells to show: statements, answers and graded cells."""
        questions, kept = {}, []
        for before, cell in zip([None, *nb.cells], nb.cells):
            if not (utils.is_solution(cell) or utils.is_grade(cell)):
                continue
            title = titles[cell.metadata.nbgrader.grade_id]
            cells = [before, cell] if utils.is_solution(cell) and is_statement(before) else [cell]
            for each in cells:
                each.metadata["question"] = title
            if title not in questions:
                questions[title] = []
                cells[0].metadata["numero"] = len(questions)
            if "ligne" in cell.metadata:
                questions[title].append(cell.metadata["ligne"])
            kept += cells
        return questions, kept

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

    def _clean(self, cell, secrets) -> None:
        """Take out of a cell what the page must not show; bound its text: the page's filters take the square of its length."""
        cell.source = bounded(cell.source)
        if is_statement(cell):
            cell.source = re.sub(r"\A#.*\n?", "", cell.source)  # the page writes the title itself
        elif cell.cell_type == "code" and not utils.is_solution(cell):
            cell.source, cell.outputs = "", []
        elif cell.cell_type == "code":
            outputs = [self._safe(self._without_secrets(output, secrets)) for output in merge_streams(cell.outputs)]
            cell.outputs = [output for output in outputs if output.get("data", True)]
            figures = [output for output in cell.outputs if any(kind.startswith("image/") for kind in output.get("data", ()))]
            for number, output in enumerate(figures, 1):
                count = "" if len(figures) == 1 else f" {number} sur {len(figures)}"
                output.metadata["alt"] = f"Figure{count} de votre réponse à « {cell.metadata.question} »"

    @staticmethod
    def _safe(output):
        """Bound the texts; drop what could carry markup into the page: the metadata of an output, an image that is not base64."""
        if output.output_type == "stream":
            output.text = bounded(output.text)
        elif output.output_type == "error":
            output.traceback = [own_lines(output.traceback)]
        else:
            output.metadata = {}
            for kind, value in list(output.data.items()):
                if not kind.startswith("image/"):
                    output.data[kind] = bounded(str(value))
                elif not re.fullmatch(r"[A-Za-z0-9+/=\s]+", str(value)):
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
