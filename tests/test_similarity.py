"""The copies that resemble one another: what counts, what does not, whatever is handed in."""

import json
import random

import nbformat
import pytest

from atelier import copies, generation, similarity
from atelier.similarity import Cell
from conftest import LAB

GRID = '''\
figure_test, reperes = plt.subplots(5, 5, figsize=(9, 8))
for i, repere in enumerate(reperes.flatten()):
    repere.imshow(x_test[i], cmap="bone")
    repere.set_title(class_names[int(y_test[i])], fontsize=7)
    repere.set_xticks([])
    repere.set_yticks([])
    repere.spines["top"].set_visible(False)
figure_test.suptitle("Les images de test", y=0.99)
plt.tight_layout()
plt.show()
'''
DISGUISED = '''\
# Ma grille à moi
figure_test, cases = plt.subplots(5,5, figsize=(9,8))   # 25 cases

for numero, case in enumerate( cases.flatten() ):
    case.imshow(x_test[numero], cmap='bone')
    # la légende
    case.set_title(class_names[int(y_test[numero])],
                   fontsize=7)
    case.set_xticks([])
    case.set_yticks([])
    case.spines['top'].set_visible(False)
figure_test.suptitle("Ma belle grille", y=0.99)
plt.tight_layout()
plt.show()
'''


def alone(student: int) -> str:
    """Code that nobody else writes."""
    draw = random.Random(student)
    return "\n".join(f"y{k} = {draw.choice(['f', 'g'])}.{draw.choice('abcdefgh')}{draw.randrange(10**6)}({k}, z[{k}])" for k in range(30))


def a_class(**answers: str) -> dict[str, list[Cell]]:
    others = {f"autre-{k}": [Cell("Question 2", alone(k))] for k in range(30)}
    return {**others, **{student: [Cell("Question 2", text)] for student, text in answers.items()}}


def test_names_comments_layout_and_quotes_do_not_hide_a_copy():
    [pair] = similarity.resembling(a_class(lea=GRID, hugo=DISGUISED), [])
    assert pair.students == ("lea", "hugo") and pair.share == 1 and pair.lines == 10
    [[(title, left), (_, right)]] = pair.passages
    assert title == "Question 2" and [line for line, _ in left] == GRID.splitlines() and all(alike for _, alike in left)
    assert {line.strip(): alike for line, alike in right}["# la légende"] is False


def test_a_passage_of_a_longer_copy_is_found_even_moved_to_another_cell_and_unfinished():
    cells = {**a_class(lea=alone(100) + "\n" + GRID), "hugo": [Cell("Question 1", "x = ("), Cell("Question 8", GRID + "for (")]}
    [pair] = similarity.resembling(cells, [])
    assert [passage[1][0] for passage in pair.passages] == ["Question 8"] and pair.share > 0.9
    assert pair.passages[0][0][1][0][0] == GRID.splitlines()[0]


def test_what_is_given_or_what_many_write_does_not_count():
    assert similarity.resembling(a_class(lea=GRID, hugo=DISGUISED), [Cell("", GRID)]) == []
    assert similarity.resembling(a_class(**{f"eleve{k}": GRID for k in range(10)}), []) == []
    assert similarity.resembling(a_class(lea="x = 5", hugo="x = 5"), []) == []


def test_a_written_answer_copied_word_for_word_is_found():
    text = ("La perte de validation remonte dès la quatrième époque alors que celle d'entraînement baisse encore : le réseau apprend par cœur "
            "les images. On le voit aussi sur l'exactitude, qui plafonne à 98 % en validation et frôle 100 % en entraînement, un écart qui se "
            "creuse à chaque époque. Il faudrait arrêter plus tôt, ou ajouter du dropout après la couche dense, ou encore davantage d'images "
            "légèrement tournées et décalées pour que le réseau ne puisse plus retenir chacune d'elles par ses moindres détails.")
    [pair] = similarity.resembling({**a_class(), "lea": [Cell("Question 9", text, False)], "hugo": [Cell("Question 9", text.upper(), False)]}, [])
    assert pair.students == ("lea", "hugo")


def test_the_bank_of_copies_written_apart_raises_no_hint(tmp_path, source, release):
    """The lab's own solution, which most of these copies hold, is left out; so is what the released notebook gives."""
    examples = copies.read_all(LAB)
    for step, notebook in (("source", source), ("release", release)):
        (tmp_path / step / LAB).mkdir(parents=True)
        nbformat.write(notebook, tmp_path / step / LAB / f"{LAB}.ipynb")
    names = [example.name for example in examples[::4]]
    for example in examples[::4]:
        hand_in(tmp_path, example.name, nbformat.writes(copies.submission(example, source, release)))
    assert similarity.pairs(tmp_path, LAB, names) == []

    answer = copies.submission(copies.ExampleCopy("grille", {"grille-test": nbformat.v4.new_code_cell(GRID)}, {}), source, release)
    answer.cells.insert(3, nbformat.v4.new_code_cell("def outil(valeurs):\n" + "\n".join(f"    valeurs.append({k}, {k * k})" for k in range(20))))
    for student, spoilt in (("lea", answer), ("hugo", answer)):
        hand_in(tmp_path, student, nbformat.writes(spoilt))
    [pair] = similarity.pairs(tmp_path, LAB, [*names, "lea", "hugo"])
    assert pair.students == ("lea", "hugo")
    assert [passage[0][0] for passage in pair.passages] == ["Question 2 — La grille des images de test (2 points)", "Cellule ajoutée"]


def hand_in(course, student: str, text: str) -> None:
    path = course / "submitted" / student / LAB / f"{LAB}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


HOSTILE = {
    "absent": None, "vide": "", "liste": "[1]", "coupe": '{"cells": [', "cellules": '{"cells": 3}', "nulle": '{"cells": [null]}',
    "profond": "[" * 100_000,
    "sans-source": '{"cells": [{"cell_type": "code", "metadata": {}}]}',
    "etrange": '{"cells": [{"cell_type": "code", "metadata": 1, "source": [1]}]}',
    "nom-liste": '{"cells": [{"cell_type": "code", "metadata": {"nbgrader": {"grade_id": []}}, "source": ""}]}',
    "emoji-coupe": '{"cells": [{"cell_type": "code", "metadata": {}, "source": "x = \\"\\ud83d\\""}]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_notebook_that_is_none_has_no_cells(tmp_path, name):
    path = tmp_path / "copie.ipynb"
    if HOSTILE[name] is not None:
        path.write_text(HOSTILE[name], "utf-8")
    assert len(similarity._read(path, {})) == (name == "emoji-coupe")


def test_a_link_is_not_followed_and_a_huge_copy_is_cut(tmp_path):
    path, link = tmp_path / "copie.ipynb", tmp_path / "lien.ipynb"
    cells = [{"cell_type": "code", "metadata": {}, "source": ["x = 1\r\n", "y = ("] * 1000} for _ in range(60)]
    path.write_text(json.dumps({"cells": [*cells, {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "a"}}, "source": GRID}]}), "utf-8")
    link.symlink_to(path)
    assert similarity._read(link, {}) == []
    read = similarity._read(path, {"a": "Question 2"})
    assert read[0] == Cell("Question 2", GRID) and len(read) == similarity.MOST_CELLS
    assert max(len(cell.text) for cell in read) <= similarity.MOST_TEXT and "\r" not in read[1].text
    assert read[1].excerpt(set(read[1].prints))[1][0] == ("x = 1", True)


def test_the_texts_shown_are_bounded():
    wide = GRID.replace("\n", " " * 1000 + "# fin\n") + "\n".join(f"z = a.b{k}(c[{k}])" for k in range(300))
    [pair] = similarity.resembling(a_class(lea=wide, hugo=wide), [])
    [[(_, lines), _]] = pair.passages
    assert len(lines) == similarity.MOST_LINES and max(len(line) for line, _ in lines) == similarity.LONGEST_LINE
