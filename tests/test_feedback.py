"""The feedback pages: the French message, the points, the student's own answers; nothing of the hidden tests."""

import re

import nbformat
import pytest

from atelier import bank, notation, preprocessors
from conftest import LAB, hidden_lines


@pytest.fixture(scope="module")
def pages(graded):
    course, examples, _ = graded
    names = [example.name for example in examples] + [notation.BLANK]
    return {name: (course / "feedback" / name / LAB / f"{LAB}.html").read_text("utf-8") for name in names}


def text_of(page: str) -> str:
    import html
    return html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", "", page, flags=re.DOTALL))


def test_no_page_shows_a_hidden_test(graded, pages, source):
    hidden = hidden_lines(source)
    written = {example.name: "\n".join(cell.source for cell in example.cells.values()) for example in graded[1]}
    for name, page in pages.items():
        shown = text_of(page)
        assert not [line for line in hidden if line in shown and line not in written.get(name, "")], name
        assert not re.search(r"HIDDEN TESTS|_juger|MARK SCHEME|Barème", shown), name
        verdicts = re.findall(r'<div class="verdict.*?</div>', page, flags=re.DOTALL)
        assert len(verdicts) == 16 and "Traceback" not in "".join(verdicts)


def test_the_blank_page_shows_no_answer(pages):
    assert not re.search(r"(?<!\d)(5[\s,]?408|346[\s,]?176|347[\s,]?146|650)(?!\d)", text_of(pages[notation.BLANK]))


@pytest.mark.parametrize("copy, message", [
    ("faux-biais-oublies", "les biais ont été oubliés"),
    ("faux-pooling-oublie", "le pooling a été oublié"),
    ("faux-images-d-entrainement", "Ce sont les images d'entraînement, pas celles de test."),
    ("faux-images-non-normalisees", "les intensités n'ont pas été ramenées entre 0 et 1"),
    ("faux-nombres-ecrits-comme-du-texte-et-perte-sur-probabilites", "mais la perte attend des probabilités"),
    ("faux-matrice-transposee-et-pourcentage", "exactitude_test est un pourcentage"),
    ("faux-matrice-transposee-et-pourcentage", "confusion est transposée"),
    ("faux-un-seul-biais-par-couche-et-etiquettes-melangees", "Le modèle se trompe plus d'une fois sur deux"),
    ("faux-chargement-en-deux-variables", "x_train est de type tuple"),
    ("faux-entraine-sur-le-jeu-de-test", "il a été entraîné sur le jeu de test"),
    ("faux-couche-d-entree-comptee-dans-les-indices-et-entraine-sur-images-brutes", "entraînez-le sur x_train_norm"),
    ("faux-padding-same-partout-et-sans-entrainement", "La variable history n'existe pas encore"),
    ("faux-bloque-a-la-premiere-question", "La variable x_train n'existe pas encore"),
])
def test_the_reviewed_message_names_the_misconception(copy, message):
    assert message in bank.golden(LAB, copy).read_text("utf-8")


def test_a_page_tells_the_reviewed_messages(graded, pages):
    """Word for word, but for the typography."""
    def plain(text: str) -> str:
        return " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())

    for example in filter(lambda example: example.wrong, graded[1]):
        for line in bank.golden(LAB, example.name).read_text("utf-8").splitlines():
            message = line.partition(" : ")[2]
            assert plain(message) in plain(text_of(pages[example.name])), example.name


def test_the_page_is_french_self_contained_and_has_no_script(pages):
    for page in pages.values():
        assert '<html lang="fr">' in page
        assert not re.search(r"<script|<[^>]*\s(on\w+|(src|href)=[\"'](?!data:|#))", page)
        assert "default-src 'none'" in page
        assert "<h3" in page and "&lt;h3" not in page and "&lt;p&gt;" not in page
        assert not re.search(r"\b(Score|Comments|Student's answer|Test cell|Top)\b", text_of(page))


def test_a_page_with_planted_scripts_runs_none(pages):
    page = pages["triche-script-dans-la-page"]
    assert "alert(1)" in page  # in the student's own code, as text
    assert not re.search(r"<[^>]*alert\(", page)


def test_an_output_that_prints_the_hidden_tests_is_withheld():
    secret = "assert valeur == temoin.output_shape[-1], 'faux'"
    test = nbformat.v4.new_code_cell(
        f"assert True\n### BEGIN HIDDEN TESTS\n{secret}\n### END HIDDEN TESTS", metadata={"nbgrader": {"grade": True}})
    view = preprocessors.StudentView()
    secrets = view._hidden_lines(nbformat.v4.new_notebook(cells=[test]))
    told = nbformat.v4.new_output("stream", text=repr([secret]))
    harmless = nbformat.v4.new_output("stream", text="perte 0.05")
    assert view._without_secrets(told, secrets).text == preprocessors.WITHHELD
    assert view._without_secrets(harmless, secrets).text == "perte 0.05"
