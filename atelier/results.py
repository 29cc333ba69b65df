"""What became of a class: one outcome per student, read from nbgrader's gradebook, the graded copies and the report.

Read only: the feedback archive, the grading sheet and the class report are all made from these outcomes.
"""

import json
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry

from atelier import courses, grading, preprocessors
from atelier.french import number

LONGEST_LINE, LONGEST_COMMENT = 400, 2000  # characters of the comment on a grade: about one question, in all


@dataclass(frozen=True)
class Question:
    """One graded cell of a copy. ``points`` is None while it awaits a human; ``message`` says what is wrong, "" when nothing is.

    ``title`` is that of its question, which several cells may share; ``written`` says that a human grades it, not a test.
    """

    name: str
    title: str
    points: float | None
    maximum: float
    message: str = ""
    written: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a student's copy. ``questions`` is empty when nothing could be graded.

    ``comments`` holds what the instructor wrote, by title of question; ``penalty``, in points, is for being late.
    ``gradebook_state`` is what a feedback page that is up to date bears.
    """

    student: str
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    state: str = grading.GRADED
    anomalies: list[str] = field(default_factory=list)
    seconds: float = 0.0
    questions: list[Question] = field(default_factory=list)
    penalty: float = 0.0
    comments: dict[str, str] = field(default_factory=dict)
    gradebook_state: str = ""

    @property
    def name(self) -> str:
        """The name to show, or the id where no name is known."""
        return " ".join(filter(None, [self.first_name, self.last_name])) or self.student

    @property
    def waiting(self) -> list[str]:
        """What a human still has to do before this copy has a grade: sentences in French, none when it has one."""
        if self.state == grading.REFUSED or not self.questions:
            return [" : ".join(["copie non corrigeable", *self.anomalies[:1]])]
        kinds = {True: "réponse écrite à lire", False: "test à vérifier"}
        return list(dict.fromkeys(f"{kinds[each.written]} : {each.title}" for each in self.questions if each.points is None))

    @property
    def total(self) -> float | None:
        """The grade, late penalty taken off; None as long as a human has something to read."""
        if self.waiting:
            return None
        return max(0.0, sum(question.points for question in self.questions) - self.penalty)

    @property
    def maximum(self) -> float:
        """The most points that this copy could have; 0 when nothing of it was graded."""
        return sum(question.maximum for question in self.questions)


def read(course: Path, lab: str) -> list[Outcome]:
    """Return the outcome of every student who handed in, in the order of their names.

    Raises grading.GradingError, in French, when nothing was graded yet.
    """
    path = course / "autograded" / f"rapport-{lab}.json"
    try:
        copies = {copy["etudiant"]: copy for copy in json.loads(path.read_text("utf-8"))["copies"]}
    except (OSError, ValueError, KeyError):
        raise grading.GradingError(f"Aucun compte rendu de notation pour « {lab} » : lancez d'abord atelier noter {lab}.") from None
    titles = preprocessors.question_titles(nbformat.read(course / "source" / lab / f"{lab}.ipynb", as_version=4))
    with courses.gradebook(course) as book:
        students = dict.fromkeys([*copies, *(each.student.id for each in book.assignment_submissions(lab))])  # nbgrader autograde writes no report
        outcomes = [_outcome(book, course, lab, student, copies.get(student, {}), titles) for student in students]
    return sorted(outcomes, key=lambda each: (each.last_name.casefold(), each.first_name.casefold(), each.student))


def comment(outcome: Outcome) -> str:
    """Return the comment on a grade, plain and bounded: a line per question that lost points or that the instructor commented on."""
    lines = [f"Pénalité de retard : {number(outcome.penalty)}."] if outcome.penalty else []
    for title in dict.fromkeys(question.title for question in outcome.questions):
        cells = [question for question in outcome.questions if question.title == title]
        points, most = sum(cell.points for cell in cells), sum(cell.maximum for cell in cells)
        if points < most or title in outcome.comments:
            said = dict.fromkeys([*(cell.message for cell in cells), outcome.comments.get(title, "")])
            line = " ".join([re.sub(r"\s*\([^()]*points?\)$", "", title), f": {number(points)} sur {number(most)}.", *said])
            lines.append(textwrap.shorten(line, LONGEST_LINE, placeholder=" […]"))
    text = "\n".join(lines) or "Toutes les réponses sont justes."
    return text if len(text) <= LONGEST_COMMENT else text[:LONGEST_COMMENT].rpartition("\n")[0] + "\nLa suite est dans la page de retour."


def _outcome(book: Gradebook, course: Path, lab: str, student: str, copy: dict, titles: dict[str, str]) -> Outcome:
    known = {"state": copy.get("etat", grading.GRADED), "anomalies": copy.get("anomalies", []), "seconds": copy.get("secondes", 0.0)}
    try:
        person = book.find_student(student)
        known |= {"last_name": person.last_name or "", "first_name": person.first_name or "", "email": person.email or ""}
        notebook = book.find_submission_notebook(lab, lab, student)
        said = courses.messages(course, lab, student)
    except (MissingEntry, OSError):  # refused: no copy was graded
        return Outcome(student, **known)
    grades = {grade.name: grade for grade in notebook.grades}
    written = {comment.name for comment in notebook.comments}
    questions = [
        Question(name, titles.get(name, name), None if grades[name].needs_manual_grade else grades[name].score, grades[name].cell.max_score,
                 preprocessors.verdict(grades[name], said.get(name, "")), name in written)
        for name in dict.fromkeys([*titles, *grades]) if name in grades]
    comments = {titles.get(comment.name, comment.name): comment.manual_comment for comment in notebook.comments if comment.manual_comment}
    return Outcome(student, **known, questions=questions, penalty=notebook.late_submission_penalty or 0.0, comments=comments,
                   gradebook_state=preprocessors.graded_state(notebook))
