"""A written answer, as an instructor grades it: read in formgrader, in a real browser, then told to the student by the feedback page."""

import re
import shutil

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect, sync_playwright

from atelier import copies, courses, environment, notation
from conftest import LAB
from test_lab import CHROMIUM_FLAGS, jupyterlab

ANSWER = "surapprentissage"
STUDENT = copies.SOLUTION
COMMENT = "Écart bien vu, mais citez l'époque à partir de laquelle perte d'entraînement<perte de validation."
PATIENCE = 60_000  # milliseconds


@pytest.fixture
def course(tmp_path):
    """A course where one right copy is graded: only its written answer awaits."""
    if environment.browser() is None:
        pytest.skip("Chromium manque : installez le paquet « chromium »")
    folder = tmp_path / "cours"
    notation.prepare(folder, LAB, [example for example in copies.read_all(LAB) if example.name == STUDENT])
    shutil.rmtree(folder / "submitted" / notation.BLANK)
    assert notation.grade(folder, LAB) == 0, "la notation de la copie juste a signalé une anomalie"
    return folder


@pytest.fixture
def page(course, tmp_path, artefacts):
    """The instructor's JupyterLab on this course, in headless Chromium."""
    with jupyterlab(tmp_path, f"lab.ROOT = Path({str(course)!r})", "--cours") as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=environment.browser(), args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 1000}, locale="fr-FR")
        page.set_default_timeout(PATIENCE)
        page.goto(f"{url}/lab?token=essai")
        yield page
        page.screenshot(path=artefacts / "formgrader-reponse-ecrite.png")
        browser.close()


def state(course) -> tuple[float, bool]:
    """The copy's score in the gradebook, and whether it awaits a human."""
    with courses.gradebook(course) as book:
        submission = book.find_submission(LAB, STUDENT)
        return submission.score, submission.needs_manual_grade


def feedback(course) -> tuple[str, str, str]:
    """Make the feedback page; return the grade it announces, its whole text, and what it says of the written answer."""
    courses.nbgrader(course, "generate_feedback", LAB)
    html = (course / "feedback" / STUDENT / LAB / f"{LAB}.html").read_text("utf-8")
    shown = BeautifulSoup(html, "html.parser")
    question = shown.find("h3", string=re.compile("surapprentissage")).find_parent("section")
    return tuple(element.get_text(" ", strip=True) for element in (shown.select_one(".note"), shown.main, question))


def open_copy(page):
    """Follow the README from the menu to the copy; return its page, which formgrader shows in a frame, ready for grading."""
    page.locator(".jp-Launcher").wait_for(timeout=2 * PATIENCE)
    page.locator(".lm-MenuBar-itemLabel", has_text="Nbgrader").click()
    page.locator(".lm-Menu").get_by_text("Formgrader", exact=True).click()
    form = page.frame_locator('iframe[src*="formgrader"]')
    form.get_by_role("link", name="Manual Grading").click()
    rows = form.locator("#main-table tr")
    for path in (["Manual Grading"], ["Manual Grading", LAB]):
        expect(form.locator(".breadcrumb li"), "formgrader n'est pas à la page attendue").to_have_text(path, timeout=PATIENCE)
        rows.get_by_role("link", name=LAB, exact=True).click()
    expect(rows, "formgrader doit lister une seule copie, à 19 sur 20").to_contain_text("19 / 20", timeout=PATIENCE)
    form.get_by_role("button", name="Show All Names").click()
    rows.get_by_role("link", name=STUDENT, exact=True).click()
    # Both boxes are in the page before formgrader knows what they hold: what is typed too early would be lost.
    expect(form.locator(f"#{ANSWER}"), "la case de la note n'attend pas de note").to_have_class(re.compile("needs_manual_grade"), timeout=PATIENCE)
    expect(form.locator(f"#{ANSWER}-comment"), "formgrader n'a pas chargé les commentaires").to_have_attribute(
        "placeholder", re.compile("comments"), timeout=PATIENCE)
    return form


def fill_in(page, box, text: str, kind: str) -> None:
    """Type in a box and leave it, which is all that formgrader needs to save; wait for the server to say that it has."""
    box.fill(text)
    with page.expect_response(lambda answer: answer.request.method == "PUT" and f"/formgrader/api/{kind}/" in answer.url) as saved:
        box.press("Tab")
    assert saved.value.ok, f"formgrader n'a pas enregistré ({kind}) : {saved.value.status} {saved.value.text()}"


def test_the_instructor_grades_the_written_answer_and_the_student_reads_it(course, page):
    assert state(course) == (19, True)
    grade, text, question = feedback(course)
    assert grade == "En attente sur 20" and "une réponse attend d’être lue" in text
    assert "en attente, sur 1" in question and "Commentaire" not in question

    form = open_copy(page)
    fill_in(page, form.locator(f"#{ANSWER}-comment"), COMMENT, "comment")
    fill_in(page, form.locator(f"#{ANSWER}"), "1", "grade")
    with courses.gradebook(course) as book:
        assert book.find_grade(ANSWER, LAB, LAB, STUDENT).manual_score == 1
        assert book.find_comment(ANSWER, LAB, LAB, STUDENT).manual_comment == COMMENT
    assert state(course) == (20, False)

    grade, text, question = feedback(course)
    assert grade == "20 sur 20" and not re.search("définitive|provisoire|en attente|attend d’être lue", text)
    assert "1 sur 1" in question and COMMENT in question
