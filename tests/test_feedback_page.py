"""The feedback page of a tiny class: what a student reads there, on any screen, and what must not be there."""

import re
import shutil
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

import small_class
from atelier import french, preprocessors, witness
from small_class import BLANK, CLUMSY, LAB, NAMES, REFUSED, RIGHT, TAMPERED, WRONG
from test_lab import CHROMIUM_FLAGS

GRADED = [RIGHT, WRONG, BLANK, TAMPERED, CLUMSY]
TEMPLATE = Path(preprocessors.__file__).parent / "templates" / "feedback" / "index.html.j2"


@pytest.fixture(scope="module")
def paths(tmp_path_factory):
    course = small_class.original(tmp_path_factory)
    return {student: course / "feedback" / student / LAB / f"{LAB}.html" for student in GRADED}


@pytest.fixture(scope="module")
def pages(paths):
    return {student: BeautifulSoup(path.read_text("utf-8"), "html.parser") for student, path in paths.items()}


def words(element) -> str:
    return re.sub(r"\s+", " ", element.get_text(" ")).strip()


def rows(page) -> list[list[str]]:
    return [[words(cell) for cell in row.find_all(["th", "td"])] for row in page.select("table.resume tbody tr")]


def test_the_grade_is_shown_once_nobody_has_to_read_the_copy(pages):
    assert {student: words(pages[student].select_one(".note")) for student in GRADED} == {
        RIGHT: "3,75 sur 4", WRONG: "1 sur 4", BLANK: "0 sur 4", TAMPERED: "En attente sur 4", CLUMSY: "En attente sur 4"}
    assert "une réponse attend d’être lue par votre enseignant" in words(pages[CLUMSY].main)
    assert "3 réponses attendent d’être lues par votre enseignant" in words(pages[TAMPERED].main)
    assert "attend" not in words(pages[RIGHT].main)


def test_a_line_per_question_says_the_points_what_was_checked_and_the_misconception(pages):
    assert rows(pages[WRONG]) == [
        ["Question 1 — La valeur de x (2 points)", "0 sur 2", "✗ x : le signe a été oublié. Ce qui était vérifié : x est un nombre. "
                                                              "La valeur est jugée après la remise."],
        ["Question 2 — Un dessin (1 point)", "1 sur 1", "✓ Réponse juste."],
        ["Question 3 — Pourquoi ? (1 point)", "0 sur 1", "✗ Cette réponse a été lue et notée par votre enseignant ou votre enseignante."]]
    assert rows(pages[RIGHT])[2][1:] == ["0,75 sur 1", "~ Cette réponse a été lue et notée par votre enseignant ou votre enseignante."]
    assert rows(pages[BLANK])[2][1:] == ["0 sur 1", "✗ Aucune réponse n’a été écrite."]


def test_a_copy_to_verify_is_not_accused(pages):
    assert [line[1] for line in rows(pages[TAMPERED])] == ["en attente, sur 2", "en attente, sur 1", "en attente, sur 1"]
    assert french.typographic(witness.SUSPECT).replace("\N{NARROW NO-BREAK SPACE}", " ") in rows(pages[TAMPERED])[0][2]
    assert not re.search("trich|fraud|soupçon|suspect|témoin|remplacé", words(pages[TAMPERED]), re.IGNORECASE)


def test_the_instructors_comments_are_shown_where_they_were_written(pages):
    comment = pages[RIGHT].select_one("section:nth-of-type(3) .commentaire")
    assert words(comment) == "Commentaire de votre enseignant ou enseignante Bonne idée, mais citez la règle. Titre du commentaire"
    assert comment.select_one("strong").string == "citez"
    assert words(pages[WRONG].select_one("section:nth-of-type(1) .commentaire")).endswith("Relisez la partie 1.")
    assert not pages[BLANK].select(".commentaire")


def test_the_answers_and_the_figures_of_the_executed_copy_are_shown(pages):
    assert "x = -5" in pages[WRONG].section.get_text() and "perte 0.05" in pages[WRONG].section.get_text()
    assert "exécutée de nouveau pour la noter" in words(pages[WRONG])
    alone, = pages[WRONG].select("img")
    assert alone["alt"] == "Figure de votre réponse à «\u202fQuestion 2 — Un dessin (1 point)\u202f»"
    assert alone["src"].startswith("data:image/png;base64,") and len(alone["src"]) > 1000
    assert [image["alt"][:15] for image in pages[CLUMSY].select("img")] == ["Figure 1 sur 2 ", "Figure 2 sur 2 "]


def test_an_error_shows_the_students_lines_and_neither_ours_nor_a_folder(pages, paths):
    shown = pages[CLUMSY].select_one(".output_error pre").get_text()
    assert "Votre code, ligne" in shown and "json.loads('{')" in shown and "JSONDecodeError: Expecting property name" in shown
    assert "decoder.py" not in shown and "Traceback" not in shown
    for path in paths.values():
        assert not re.search(r"site-packages|/home/|\batelier\b|/usr/lib", path.read_text("utf-8")), path


def test_tensorflow_errors_lose_their_frames():
    said = preprocessors.own_lines([
        "\x1b[31m------\x1b[39m", "\x1b[31mInvalidArgumentError\x1b[39m  Traceback (most recent call last)",
        "Cell In[50], line 5\n----> 5 model.fit(x)",
        "File /home/prof/cours/atelier/training.py:138, in fit()", "File /venv/lib/python3.11/site-packages/keras/utils.py:122, in handler()",
        'InvalidArgumentError: Graph execution error:\n\n  File "/home/prof/x.py", line 3, in <module>\n\nReceived a label value of 10'])
    assert said == "Votre code, ligne 5\n----> 5 model.fit(x)\nInvalidArgumentError: Graph execution error:\nReceived a label value of 10"


def test_a_long_output_is_cut_and_says_so(pages):
    assert "[Texte coupé" in words(pages[CLUMSY]) and len(words(pages[CLUMSY])) < 25_000


def test_nothing_of_the_tests_of_the_mark_scheme_nor_of_others_is_there(pages, paths):
    for student, page in pages.items():
        text = paths[student].read_text("utf-8")
        assert not re.search(r"_juger|HIDDEN|MARK SCHEME|SOLUTION|Barème|assert|n'est pas la valeur|un seul repère", text)
        assert not [other for other in NAMES if other != student and re.search(rf"\b{other}\b|{NAMES[other][1]}", words(page))]
    assert "x = 5" not in words(pages[BLANK]) and "moins cinq" in words(pages[BLANK])


def test_the_student_is_named_when_the_gradebook_knows_the_name(pages):
    assert "Copie de Zoé O'BRIEN-LEFÈVRE" in words(pages[RIGHT].header)


@pytest.mark.parametrize("student", GRADED)
def test_the_page_reads_well_without_eyes(pages, student):
    page = pages[student]
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert page.html["lang"] == "fr" and levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    assert len(page.find_all("main")) == 1 and page.header and page.title.string.strip()
    assert {element.name for element in page.body.find_all(recursive=False)} == {"header", "main"}
    assert all(cell.get("scope") for cell in page.select("table.resume th"))
    assert all(image.get("alt") for image in page.select("img"))
    names = [element["id"] for element in page.select("[id]")]
    assert len(names) == len(set(names)) and all(link["href"][1:] in names for link in page.select("a[href]"))
    assert all(page.find(id=section["aria-labelledby"]).name == "h3" for section in page.select("section"))


def test_the_colours_are_dark_enough():
    def luminance(colour: str) -> float:
        parts = [int(colour[k:k + 2], 16) / 255 for k in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    style = TEMPLATE.read_text("utf-8")
    inks = re.findall(r"--(?:encre|gris|lien|juste|faux|attente): (#\w{6})", style) + re.findall(r"(?<![\w-])color: (#\w{6})", style)
    background = luminance(re.search(r"--fond: (#\w{6})", style)[1])
    assert len(inks) > 10 and all((background + 0.05) / (luminance(ink) + 0.05) >= 4.5 for ink in inks)


@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium n'est pas installé")
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_fits_the_screen_and_asks_nothing_of_the_network(paths, width):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": width, "height": 800})
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        for path in paths.values():
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)"), path
        browser.close()
    assert {url.split(":")[0] for url in asked} <= {"file", "data"} and not said


def test_a_title_cannot_come_from_a_cell_that_the_student_added(tmp_path_factory):
    course = small_class.original(tmp_path_factory)
    notebook = nbformat.read(course / "autograded" / RIGHT / LAB / f"{LAB}.ipynb", as_version=4)
    place = next(index for index, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade_id") == "dessin")
    notebook.cells.insert(place, nbformat.v4.new_markdown_cell("# Faux titre", id=f"{preprocessors.ADDED}3"))
    assert "Faux titre" not in preprocessors.question_titles(notebook).values()


def test_a_refused_copy_has_no_page(tmp_path_factory):
    assert not (small_class.original(tmp_path_factory) / "feedback" / REFUSED).exists()
