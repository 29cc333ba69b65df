"""The outcomes of a class agree with nbgrader's own scores, and say what still needs a human."""

import csv

import pytest
from nbgrader.plugins import CsvExportPlugin

import small_class
from atelier import courses, grading, results, witness
from small_class import BLANK, CLUMSY, LAB, NAMES, REFUSED, RIGHT, TAMPERED, WRONG


@pytest.fixture
def course(tmp_path_factory, tmp_path):
    return small_class.a_class(tmp_path_factory, tmp_path)


def read(course) -> dict[str, results.Outcome]:
    return {outcome.student: outcome for outcome in results.read(course, LAB)}


def exported(course, tmp_path) -> dict[str, float]:
    """The final scores as ``nbgrader export`` writes them."""
    with courses.gradebook(course) as book:
        CsvExportPlugin(to=str(tmp_path / "grades.csv")).export(book)
    with open(tmp_path / "grades.csv", encoding="utf-8") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


def test_the_totals_are_nbgraders_own(course, tmp_path):
    outcomes = read(course)
    assert {student: outcomes[student].total for student in NAMES} == {
        RIGHT: 3.75, WRONG: 1, BLANK: 0, TAMPERED: None, REFUSED: None, CLUMSY: None}
    small_class.read_by_human(course, RIGHT, "test-valeur", 1, extra=0.5)
    small_class.read_by_human(course, BLANK, "test-dessin", 0.25)
    small_class.read_by_human(course, CLUMSY, "pourquoi", 0.1)
    with courses.gradebook(course) as book:
        for student, penalty in ((RIGHT, 0.4), (BLANK, 2)):  # the second is more than the points
            book.find_submission_notebook(LAB, LAB, student).late_submission_penalty = penalty
        book.db.commit()
    outcomes, scores = read(course), exported(course, tmp_path)
    final = [RIGHT, WRONG, BLANK, CLUMSY]
    assert {student: outcomes[student].total for student in final} == pytest.approx({student: scores[student] for student in final})
    assert outcomes[RIGHT].total == pytest.approx(1.5 + 1 + 0.75 - 0.4) and outcomes[BLANK].total == 0
    assert {outcomes[student].maximum for student in final} == {4}


def test_they_come_in_the_order_of_names(course):
    assert [outcome.student for outcome in results.read(course, LAB)] == sorted(NAMES, key=lambda student: NAMES[student][1].casefold())
    assert read(course)[RIGHT].name == "Zoé O'BRIEN-LEFÈVRE"


def test_what_awaits_a_human_is_named(course):
    outcomes = read(course)
    assert outcomes[CLUMSY].waiting == ["réponse écrite à lire : Question 3 — Pourquoi ? (1 point)"]
    assert outcomes[TAMPERED].waiting == [
        "test à vérifier : Question 1 — La valeur de x (2 points)", "test à vérifier : Question 2 — Un dessin (1 point)",
        "réponse écrite à lire : Question 3 — Pourquoi ? (1 point)"]
    assert outcomes[TAMPERED].state == grading.SUSPECT and outcomes[TAMPERED].seconds > 0
    reason, = outcomes[REFUSED].waiting
    assert reason.startswith("copie non corrigeable : ") and "demandez une nouvelle remise" in reason
    assert outcomes[REFUSED].maximum == 0 and not outcomes[REFUSED].questions


def test_once_a_human_has_read_a_suspect_copy_it_has_a_grade(course):
    for cell, points in (("test-valeur", 0), ("test-dessin", 1), ("pourquoi", 1)):
        small_class.read_by_human(course, TAMPERED, cell, points)
    outcome = read(course)[TAMPERED]
    assert (outcome.waiting, outcome.total) == ([], 2)
    assert witness.SUSPECT not in [question.message for question in outcome.questions]


def test_the_messages_are_those_of_what_was_lost(course):
    said = {student: {question.name: question.message for question in outcome.questions if question.message}
            for student, outcome in read(course).items()}
    assert said[RIGHT] == {} and said[WRONG] == {"test-valeur": "x : le signe a été oublié."}
    assert said[BLANK] == {"test-valeur": "La variable x n'existe pas encore : complétez votre réponse.",
                           "test-dessin": "La variable figure n'existe pas encore.", "pourquoi": "Aucune réponse n'a été écrite."}
    assert said[TAMPERED]["test-valeur"] == witness.SUSPECT


def test_a_message_goes_when_a_human_gives_all_the_points(course):
    small_class.read_by_human(course, WRONG, "test-valeur", 2)
    assert not [question.message for question in read(course)[WRONG].questions if question.name == "test-valeur" and question.message]


def test_the_state_of_the_gradebook_changes_with_points_and_comments_only(course):
    states = {student: outcome.gradebook_state for student, outcome in read(course).items()}
    small_class.read_by_human(course, RIGHT, "pourquoi", 0.5)
    small_class.read_by_human(course, WRONG, "pourquoi", 0, comment="Autre commentaire.", on="valeur")
    now = {student: outcome.gradebook_state for student, outcome in read(course).items()}
    assert {student for student in now if now[student] != states[student]} == {RIGHT, WRONG}


def test_a_copy_that_nbgrader_autograde_graded_is_there_too(course):
    small_class.hand_in(course, "107", small_class.ANSWERS[WRONG])
    courses.nbgrader(course, "autograde", LAB, '--student="107"')
    outcome = read(course)["107"]
    assert [question.points for question in outcome.questions] == [0, 1, None] and outcome.state == grading.GRADED


def test_nothing_graded_yet_is_said(tmp_path):
    with pytest.raises(grading.GradingError, match="lancez d'abord atelier noter mini"):
        results.read(tmp_path, LAB)


def test_the_comment_on_a_grade_has_a_line_per_lost_question_and_what_the_instructor_wrote(course):
    outcomes = read(course)
    assert results.comment(outcomes[WRONG]).split("\n") == [
        "Question 1 — La valeur de x : 0 sur 2. x : le signe a été oublié. Relisez la partie 1.", "Question 3 — Pourquoi ? : 0 sur 1."]
    assert results.comment(outcomes[RIGHT]) == "Question 3 — Pourquoi ? : 0,75 sur 1. Bonne idée, mais **citez** la règle. # Titre du commentaire"


def test_the_comment_on_a_grade_is_bounded_and_says_so():
    lost = [results.Question(f"test-{k}", f"Question {k}", 0, 1, "mot " * 500) for k in range(20)]
    text = results.comment(results.Outcome("101", questions=lost))
    assert len(text) < 2100 and text.endswith("La suite est dans la page de retour.")
    assert max(map(len, text.split("\n"))) <= 400
    right = [results.Question("test", "Question", 1, 1)]
    assert results.comment(results.Outcome("101", questions=right)) == "Toutes les réponses sont justes."
    late = results.comment(results.Outcome("101", questions=right, penalty=0.5))
    assert late == "Pénalité de retard : 0,5."
