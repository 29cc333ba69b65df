"""Moodle's archive into a course folder: nobody lost, nothing hostile let in, what was there before kept."""

import io
import json
import os
import random
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbgrader.coursedir import CourseDirectory

from atelier import collect, courses, generation, grading
from bench_class import cell
from test_moodle import FRENCH, row, written

LAB = "mini"
ZOE, TIM = "Zoé LEFÈVRE_12_assignsubmission_file", "Tim de la Tour_13_assignsubmission_file"
MONDAY, TUESDAY = (2026, 3, 2, 14, 30, 0), (2026, 3, 3, 14, 30, 0)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """A course with a tiny lab in its gradebook, nothing handed in."""
    course = tmp_path_factory.mktemp("cours")
    answer = cell("reponse", "### BEGIN SOLUTION\nx = 5\n### END SOLUTION", solution=True)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    source = nbformat.v4.new_notebook(cells=[answer, cell("test-x", "assert x == 5", grade=True, locked=True, points=1)], metadata=kernel)
    (course / "source" / LAB).mkdir(parents=True)
    nbformat.write(source, course / "source" / LAB / f"{LAB}.ipynb")
    (course / "nbgrader_config.py").write_text((generation.ROOT / "nbgrader_config.py").read_text("utf-8"), "utf-8")
    courses.nbgrader(course, "generate_assignment", LAB)
    return course


@pytest.fixture
def course(template, tmp_path):
    return shutil.copytree(template, tmp_path / "cours")


def notebook(answer: str = "x = 5", name: str = "reponse", last: str = "test-x") -> bytes:
    return nbformat.writes(nbformat.v4.new_notebook(cells=[cell(name, answer, solution=True), cell(last, "assert x == 5", grade=True)])).encode()


BLANK = notebook("# VOTRE CODE ICI (remplacez «\u202fpass\u202f»)\npass")  # as released


def zipped(files: dict[str, bytes], dates: dict[str, tuple] = {}) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, dates.get(name, MONDAY)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sheet(*participants: int, **other: str) -> bytes:
    return written(FRENCH, [row(FRENCH, participant, **other) for participant in participants])


def imported(course: Path, files: dict[str, bytes] | bytes, table: bytes | None = None, **options) -> dict[str, collect.Arrival]:
    """Import an archive, and return what became of each participant."""
    archive, feuille = course.parent / "classe.zip", course.parent / "notes.csv"
    archive.write_bytes(files if isinstance(files, bytes) else zipped(files, **options))
    if table is not None:
        feuille.write_bytes(table)
    return {each.participant: each for each in collect.collect(course, LAB, archive, feuille if table is not None else None)}


def refused(course: Path, files: dict[str, bytes] | bytes, table: bytes | None = None) -> str:
    """The sentence of a refusal, which leaves the course as it was."""
    before = tree(course)
    with pytest.raises(collect.CollectError) as caught:
        imported(course, files, table)
    assert tree(course) == before
    return str(caught.value)


def tree(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def laid(course: Path, participant: str = "12") -> dict[str, bytes]:
    return tree(course / "submitted" / participant / LAB)


# --- A class comes in -------------------------------------------------------------------------------------------------


def test_a_class_with_its_sheet(course):
    table = sheet(12, 13, 14, **{"Nom complet": "Jean Paul Dupont"})
    found = imported(course, {f"{ZOE}/mini.ipynb": notebook("x = 1"), f"{TIM}/mini.ipynb": notebook("x = 2")}, table)
    assert {each.participant: (each.name, each.state, each.remarks) for each in found.values()} == {
        "12": ("Jean Paul Dupont", collect.TAKEN, []), "13": ("Jean Paul Dupont", collect.TAKEN, []),
        "14": ("Jean Paul Dupont", collect.TO_SEE, ["Moodle dit « Remis pour évaluation », et l'archive n'a rien : elle date peut-être d'avant"])}
    assert laid(course) == {"mini.ipynb": notebook("x = 1")} and laid(course, "13") == {"mini.ipynb": notebook("x = 2")}  # no timestamp.txt
    assert (course / "moodle" / LAB / "feuille.csv").read_bytes() == table
    assert collect.handed_in(course, LAB) == found and found["12"].folder == ZOE and found["12"].file == "mini.ipynb"
    with courses.gradebook(course) as book:
        assert {each.id for each in book.students} == {"12", "13", "14"}
        student = book.find_student("12")
        assert (student.last_name, student.first_name, student.email) == ("Paul Dupont", "Jean", "zoe@exemple.fr")
    assert not list(course.glob("moodle/.import*")) and sorted(os.listdir(course / "moodle" / LAB)) == ["feuille.csv", "remises.json"]


def test_those_who_are_only_in_the_archive_or_only_in_the_sheet(course):
    found = imported(course, {f"{ZOE}/mini.ipynb": notebook(), f"{TIM}/mini.ipynb": notebook()}, sheet(12, 14, Statut="Aucun travail remis"))
    assert found["13"].state == collect.TAKEN and "absent de la feuille" in found["13"].remarks[0] and found["13"].name == "Tim de la Tour"
    assert found["14"].state == collect.NOTHING and not (course / "submitted" / "14").exists()
    assert "brouillon" in imported(course, {f"{ZOE}/mini.ipynb": notebook()}, sheet(12, Statut="Brouillon (non remis)"))["12"].remarks[0]


def test_blind_marking_and_homonyms_without_a_sheet(course):
    found = imported(course, {f"Participant_{k}_assignsubmission_file/mini.ipynb": notebook(f"x = {k}") for k in (7, 8, 9)})
    assert [(each.participant, each.name) for each in found.values()] == [("7", ""), ("8", ""), ("9", "")]
    assert laid(course, "9") == {"mini.ipynb": notebook("x = 9")}


@pytest.mark.parametrize("layout", ["Zoé_12_assignsubmission_file_/{}", "Zoé_12_assignsubmission_file_{}", "classe/Zoé_12_assignsubmission_file/{}"])
def test_the_other_layouts_of_the_archive(course, layout):
    found = imported(course, {layout.format("mini.ipynb"): notebook(), "__MACOSX/classe/._x": b"x"})
    assert list(found) == ["12"] and found["12"].state == collect.TAKEN and "classe" not in found["12"].folder


def test_what_is_nobody_s_is_told(course):
    found = imported(course, {f"{ZOE}/mini.ipynb": notebook(), "lisez-moi.txt": b"x", "Groupe_assignsubmission_file/x": b"y", ".DS_Store": b"z"})
    assert found[""].remarks == ["hors de toute remise, ignoré : « lisez-moi.txt », « Groupe_assignsubmission_file/x »"]


# --- Which notebook ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [
    "mini (1).ipynb", "mini-Copie1.ipynb", "Copie de mini.ipynb", "TP 1/rendu/MINI.IPYNB", "mini.ipynb.txt", "mini.ipynb (2)", "réponse 王.ipynb"])
def test_a_renamed_notebook_is_taken_and_told(course, path):
    files = {path: notebook(), ".ipynb_checkpoints/mini-checkpoint.ipynb": notebook("x = 1"), "a.png": b"p"}
    found = imported(course, {f"{ZOE}/{name}": content for name, content in files.items()})
    assert laid(course) == {"mini.ipynb": notebook()} and found["12"].state == collect.TAKEN and found["12"].file == path
    assert found["12"].remarks == [f"notebook renommé ou rangé ailleurs : « {path} » a été pris", "laissé dans l'archive : « a.png »"]


def test_a_notebook_in_a_zip_one_level_deep(course):
    inner = zipped({"rendu/mini.ipynb": notebook(), "rendu/données.csv": b"1", "__MACOSX/rendu/._mini.ipynb": b"x"})
    found = imported(course, {f"{ZOE}/rendu.ZIP": inner, f"{TIM}/deux.zip": zipped({"un.zip": inner})})
    assert laid(course) == {"mini.ipynb": notebook()} and found["12"].file == "rendu.ZIP/rendu/mini.ipynb"
    assert found["13"].state == collect.TO_SEE and found["13"].remarks == ["aucun notebook : « deux.zip »"]


A, B, WRONG = notebook("x = 1"), notebook("x = 2"), notebook(name="autre", last="test-autre")


@pytest.mark.parametrize("files, dates, taken, state", [
    ({"mini.ipynb": A, "mini (1).ipynb": B}, {}, B, collect.TAKEN),
    ({"mini (10).ipynb": A, "mini (9).ipynb": B}, {}, A, collect.TAKEN),
    ({"mini.ipynb": A, "mini-Copie1.ipynb": B}, {}, A, collect.TAKEN),
    ({"mini.ipynb": A, "mini (1).ipynb": BLANK}, {"mini (1).ipynb": TUESDAY}, A, collect.TAKEN),
    ({"b.ipynb": A, "mini (1).ipynb": B}, {"b.ipynb": TUESDAY}, A, collect.TAKEN),
    ({"b.ipynb": A, "mini.ipynb": B}, {"b.ipynb": (2026, 3, 2, 14, 36, 0)}, B, collect.TAKEN),
    ({"mini.ipynb": b'{"cells": [', "mini (1).ipynb": B, "z.ipynb": WRONG}, {}, B, collect.TAKEN),
    ({"a.ipynb": A, "b.ipynb": A}, {}, A, collect.TAKEN), ({"a.ipynb": A, "b.ipynb": B}, {}, A, collect.TO_SEE),
    ({"mini.ipynb": A, "tp.zip": zipped({"mini.ipynb": B}, {"mini.ipynb": TUESDAY})}, {}, B, collect.TAKEN)], ids=range(10))
def test_the_newest_valid_notebook_is_taken(course, files, dates, taken, state):
    paths = {f"{ZOE}/{name}": content for name, content in files.items()}
    found = imported(course, paths, dates={f"{ZOE}/{name}": date for name, date in dates.items()})["12"]
    assert laid(course) == {"mini.ipynb": taken} and found.state == state
    assert all(name in " ".join(found.remarks) for name in files if content_differs(files, name, taken))


def content_differs(files: dict[str, bytes], name: str, taken: bytes) -> bool:
    return not name.endswith(".zip") and files[name] != taken


def test_a_student_twice_in_the_archive(course):
    again = "LEFÈVRE Zoé_12_assignsubmission_file"
    found = imported(course, {f"{ZOE}/mini.ipynb": A, f"{again}/mini (1).ipynb": B})
    assert list(found) == ["12"] and laid(course) == {"mini.ipynb": B} and found["12"].folder == ZOE
    assert found["12"].remarks[0] == "deux dossiers de ce participant dans l'archive"


def test_missing_cells_are_told(course):
    found = imported(course, {f"{ZOE}/mini.ipynb": notebook(last="disparue")})
    assert found["12"].state == collect.TAKEN and found["12"].remarks == ["cellules du TP absentes : test-x"]


# --- Without a notebook -----------------------------------------------------------------------------------------------

ESCAPING = io.BytesIO()
with zipfile.ZipFile(ESCAPING, "w") as _made:
    _made.writestr("../../mini.ipynb", notebook())


@pytest.mark.parametrize("files, shown, remark", [
    ({"mini.py": b"x = 5", "a/rapport.pdf": b"%PDF"}, ["a-rapport.pdf", "mini.py"], "aucun notebook : « mini.py », « a/rapport.pdf »"),
    ({"mini.ipynb": b""}, ["mini.ipynb"], "« mini.ipynb » est vide"),
    ({"mini.ipynb": notebook()[:200]}, ["mini.ipynb"], "« mini.ipynb » n'est pas un notebook lisible : demandez une nouvelle remise"),
    ({"mini.ipynb": b"[1]"}, ["mini.ipynb"], "« mini.ipynb » n'est pas un notebook lisible : demandez une nouvelle remise"),
    ({"mini.ipynb": b"[" * 10**5}, ["mini.ipynb"], "« mini.ipynb » n'est pas un notebook lisible : demandez une nouvelle remise"),
    ({"tp2.ipynb": WRONG}, ["tp2.ipynb.txt"], "« tp2.ipynb » n'est pas le notebook de ce TP"),
    ({"mini.ipynb": b" " * (grading.LARGEST_COPY + 1)}, ["mini.ipynb"], "« mini.ipynb » est trop volumineux (30 Mio, au plus 30)"),
    ({"rendu.zip": zipped({})}, ["rendu.zip"], "aucun notebook : « rendu.zip »"),
    ({"rendu.zip": b"Rar!"}, ["rendu.zip"], "L'archive « rendu.zip » est refusée : ce n'est pas une archive ZIP"),
    ({"rendu.zip": ESCAPING.getvalue()}, ["rendu.zip"], "« ../../mini.ipynb » désigne un fichier hors de l'archive"),
    ({".DS_Store": b"x"}, [], "remise vide"), ({".ipynb_checkpoints/mini-checkpoint.ipynb": notebook()}, [], "remise vide"),
    ({"a/x": b"1", "a-x": b"2", "A-X": b"3", "timestamp.txt": b"4", "\u202eé\x07?.c": b"5", ".bashrc": b"6"},
     ["__A-X", "_a-x", "_timestamp.txt", "_é__.c", "a-x", "bashrc"], "aucun notebook")], ids=range(13))
def test_what_was_handed_in_is_laid_down_for_a_human(course, files, shown, remark):
    found = imported(course, {f"{TIM}/mini.ipynb": notebook(), **{f"{ZOE}/{name}": content for name, content in files.items()}})
    assert found["12"].state == collect.TO_SEE and remark in " ".join(found["12"].remarks) and found["12"].file == ""
    assert sorted(laid(course)) == sorted(shown) and sorted(laid(course).values()) == sorted(files.values()) if shown else laid(course) == {}
    coursedir = CourseDirectory(root=str(course), assignment_id=LAB)
    grader = grading.Grader(coursedir=coursedir)
    assert grader.students() == ["12", "13"] and grader.find("13")[1] == []
    with pytest.raises(grading.Refused):
        grader.sanitize("12")


def test_an_online_text_alone_is_not_lost(course):
    found = imported(course, {f"{TIM}/mini.ipynb": notebook(), "Zoé_12_assignsubmission_onlinetext/onlinetext.html": b"<p>x = 5</p>"})
    assert found["12"].state == collect.TO_SEE and found["12"].remarks == ["texte en ligne : à lire dans Moodle", "remise vide"]


def test_what_is_laid_down_is_bounded(course):
    many = {f"{ZOE}/{k}.txt": b"x" for k in range(60)} | {f"{ZOE}/gros.bin": bytes(61 * 2**20)}
    found = imported(course, {f"{TIM}/mini.ipynb": notebook(), **many})
    assert len(laid(course)) == 50 and "trop volumineux, laissé dans l'archive : « 50.txt »" in found["12"].remarks[-1]


# --- Again ------------------------------------------------------------------------------------------------------------


def test_a_newer_archive_changes_only_what_changed(course):
    lea, leo, ali = (f"{name}_assignsubmission_file" for name in ("Léa_14", "Léo_15", "Ali_16"))
    first = {f"{ZOE}/mini.ipynb": A, f"{TIM}/mini.ipynb": A, f"{lea}/mini.ipynb": A, f"{leo}/x.pdf": b"%PDF"}
    imported(course, first, sheet(12, 13, 14, 15))
    unchanged = course / "submitted" / "13" / LAB
    before = unchanged.stat().st_ino, (unchanged / "mini.ipynb").stat().st_mtime_ns
    second = {f"{ZOE}/mini.ipynb": B, f"{TIM}/mini.ipynb": A, f"{leo}/mini.ipynb": B, f"{ali}/mini.ipynb": B}
    found = imported(course, second)
    assert {each.participant: each.state for each in found.values()} == {
        "12": collect.REPLACED, "13": collect.UNCHANGED, "14": collect.KEPT, "15": collect.REPLACED, "16": collect.TAKEN}
    assert (unchanged.stat().st_ino, (unchanged / "mini.ipynb").stat().st_mtime_ns) == before
    assert laid(course) == {"mini.ipynb": B} and laid(course, "14") == {"mini.ipynb": A} and laid(course, "15") == {"mini.ipynb": B}
    former = next((course / "moodle" / LAB / "anciennes").iterdir())
    assert tree(former) == {"12": None, "12/mini.ipynb": A, "15": None, "15/x.pdf": b"%PDF"}
    again = imported(course, second)
    assert {each.state for each in again.values()} == {collect.UNCHANGED, collect.KEPT}
    assert again["14"].remarks == found["14"].remarks == ["absente de cette archive : la copie reçue auparavant est gardée"]
    assert again["14"].folder == lea and len(list(former.parent.iterdir())) == 1


def test_a_copy_mended_by_hand_is_kept_until_the_student_hands_in_again(course):
    imported(course, {f"{ZOE}/mini.ipynb": A})
    (course / "submitted" / "12" / LAB / "mini.ipynb").write_bytes(B)
    assert imported(course, {f"{ZOE}/mini.ipynb": A})["12"].state == collect.UNCHANGED and laid(course) == {"mini.ipynb": B}
    assert imported(course, {f"{ZOE}/mini.ipynb": notebook()})["12"].state == collect.REPLACED and laid(course) == {"mini.ipynb": notebook()}


def test_copies_that_came_in_by_hand_are_left_alone(course):
    for student, content in [("12", A), ("13", A), ("jeanne", B)]:
        (course / "submitted" / student / LAB).mkdir(parents=True)
        (course / "submitted" / student / LAB / "mini.ipynb").write_bytes(content)
    for _ in range(2):
        found = imported(course, {f"{ZOE}/mini.ipynb": B, f"{TIM}/mini.ipynb": A})
        assert found["12"].state == collect.TO_SEE and "déposée à la main : elle y reste" in found["12"].remarks[0] and found["12"].folder == ZOE
        assert found["13"].state == collect.UNCHANGED and laid(course) == {"mini.ipynb": A} and laid(course, "jeanne") == {"mini.ipynb": B}


@pytest.mark.parametrize("after", [False, True], ids=["avant", "après"])
def test_an_interrupted_import_leaves_old_or_new_copies_and_is_finished_by_the_next(course, monkeypatch, after):
    names = {participant: f"É_{participant}_assignsubmission_file/mini.ipynb" for participant in ("12", "13", "14")}
    old, new = {names["12"]: A, names["13"]: A}, {name: B for name in names.values()}
    imported(course, old)
    moves = 0
    for broken in range(20):
        trial = shutil.copytree(course, course.parent / f"{after}-{broken}" / "cours")
        moves = 0

        def counted(real):
            def move(*arguments):
                nonlocal moves
                moves += 1
                if moves == broken + 1 and not after:
                    raise KeyboardInterrupt
                result = real(*arguments)
                if moves == broken + 1:
                    raise KeyboardInterrupt
                return result
            return move

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", counted(Path.rename))
            patch.setattr(os, "replace", counted(os.replace))
            try:
                imported(trial, new)
                break
            except KeyboardInterrupt:
                pass
        for participant in ("12", "13"):
            assert laid(trial, participant) in ({"mini.ipynb": A}, {"mini.ipynb": B})
        assert laid(trial, "14") in ({}, {"mini.ipynb": B})
        found = imported(trial, new)
        assert all(laid(trial, participant) == {"mini.ipynb": B} for participant in names) and not list(trial.glob("moodle/.import*"))
        assert all(each.state in (collect.TAKEN, collect.REPLACED, collect.UNCHANGED) for each in found.values())
        kept = [path.read_bytes() for path in trial.glob("moodle/mini/anciennes/*/*/mini.ipynb")]
        assert kept.count(A) == 2
    assert broken == 7  # two records, three copies of which two go aside


# --- Refusals ---------------------------------------------------------------------------------------------------------


def test_hostile_archives_leave_nothing_behind(course):
    good = zipped({f"{ZOE}/mini.ipynb": notebook(), f"{TIM}/x.bin": random.Random(1).randbytes(500)})
    link = zipfile.ZipInfo(f"{ZOE}/lien")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO(good)
    with zipfile.ZipFile(out, "a") as made:
        made.writestr(link, "/etc/passwd")
    bomb = zipped({f"{ZOE}/mini.ipynb": notebook(), f"{TIM}/zéros": bytes(600 * 2**20)})
    for content, words in [
            (out.getvalue(), "lien ou un fichier spécial"), (good[:-100], "incomplète ou abîmée"), (bomb, "bombe"), (b"", "pas une archive ZIP"),
            (zipped({f"{ZOE}/../../../mini.ipynb": notebook()}), "hors de l'archive"), (zipped({f"{ZOE}/mini.ipynb": A, "/etc/x": b""}), "hors")]:
        message = refused(course, content)
        assert message.startswith("L'archive « classe.zip » est refusée : ") and words in message


def test_archives_and_sheets_that_do_not_belong_here(course):
    good = {f"{ZOE}/mini.ipynb": notebook()}
    assert "Aucun notebook du TP « mini »" in refused(course, {f"{ZOE}/tp2.ipynb": WRONG, f"{TIM}/x.pdf": b"%PDF"})
    assert "« tp2.ipynb » n'est pas le notebook de ce TP" in refused(course, {f"{ZOE}/tp2.ipynb": WRONG})
    assert "aucune remise de Moodle" in refused(course, {"mini.ipynb": notebook()}) and "aucune remise" in refused(course, {})
    assert "que 0 participant en commun" in refused(course, good, sheet(98, 99))
    assert "pas en UTF-8" in refused(course, good, "é".encode("latin-1"))
    with pytest.raises(collect.CollectError, match="absente.zip n'est pas un fichier"):
        collect.collect(course, LAB, course / "absente.zip")
    with pytest.raises(collect.CollectError, match="absente.csv n'est pas un fichier"):
        imported(course, good)
        collect.collect(course, LAB, course.parent / "classe.zip", course / "absente.csv")


def test_a_lab_that_is_not_in_the_course_yet(course):
    (course.parent / "classe.zip").write_bytes(zipped({f"{ZOE}/mini.ipynb": notebook()}))
    for part, words in [("gradebook.db", "pas de carnet de notes"), ("release", "pas dans release/")]:
        (course / part).rename(course.parent / part)
        with pytest.raises(collect.CollectError, match=words) as caught:
            collect.collect(course, LAB, course.parent / "classe.zip")
        assert "nbgrader generate_assignment mini" in str(caught.value) and not (course / "gradebook.db").exists()


def test_a_damaged_record_is_told(course):
    imported(course, {f"{ZOE}/mini.ipynb": notebook()})
    for content in ("{", "[]", '{"12": {"nom": 1}}', '{"12": 1}'):
        (course / "moodle" / LAB / "remises.json").write_text(content)
        assert "remises.json est illisible" in refused(course, {f"{ZOE}/mini.ipynb": notebook()})


# --- What an instructor reads -----------------------------------------------------------------------------------------


def test_the_table(course):
    found = imported(course, {f"{ZOE}/mini.ipynb": A, f"{TIM}/mini (1).ipynb": A, "\x1b[2J_14_assignsubmission_file/x.py": b""})
    lines = collect.table(list(found.values()))
    assert lines[-1] == "prise : 2, à voir : 1" and all(line.isprintable() for line in lines)
    assert [line.split() for line in lines if "12" in line] == [["12", "Zoé", "LEFÈVRE", "prise"]]
    assert "            ! notebook renommé ou rangé ailleurs : « mini (1).ipynb » a été pris" in lines


@pytest.mark.parametrize("full_name, last, first", [
    ("Zoé LEFÈVRE", "LEFÈVRE", "Zoé"), ("DE LA TOUR Jean-Paul", "DE LA TOUR", "Jean-Paul"), ("Jean Paul Dupont", "Paul Dupont", "Jean"),
    ("Anne-Marie D'ARC", "D'ARC", "Anne-Marie"), ("J. Dupont", "Dupont", "J."), ("ZOE LEFEVRE", "LEFEVRE", "ZOE"), ("王小明", "王小明", ""), ("", "", "")])
def test_names_are_split(full_name, last, first):
    assert collect.split_name(full_name) == (last, first)


# --- Hypothesis: nobody is lost ---------------------------------------------------------------------------------------

own = st.sampled_from(["mini.ipynb", "mini (1).ipynb", "a/mini.ipynb", "a", "rapport.pdf", "rendu.zip", ".DS_Store", ".ipynb_checkpoints/x.ipynb",
                       "__MACOSX/._mini.ipynb", "..x", "é\u202e.ipynb", "con.ipynb:2"])
contents = st.sampled_from([A, B, BLANK, WRONG, b"", b"{}", b"[]", b"PK\3\4", zipped({"mini.ipynb": A}), zipped({}), A[:300], ESCAPING.getvalue()])
layouts = st.sampled_from(["É L_{}_assignsubmission_file/{}", "É L_{}_assignsubmission_file_/{}", "É L_{}_assignsubmission_file_{}",
                           "É L_{}_assignsubmission_onlinetext/{}"])
hand_ins = st.dictionaries(st.integers(2, 30), st.lists(st.tuples(layouts, own, contents), min_size=1, max_size=4), max_size=6)


@settings(deadline=None, derandomize=True, database=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(hand_ins, hand_ins, st.sets(st.integers(2, 30)))
def test_nobody_is_lost_in_any_class(template, tmp_path_factory, first, second, registered):
    course = shutil.copytree(template, tmp_path_factory.mktemp("x") / "cours")
    expected = set()
    for students in (first, second):
        files = {layout.format(participant, name): content for participant, handed in students.items() for layout, name, content in handed}
        found = imported(course, {f"{TIM.replace('13', '1')}/mini.ipynb": notebook(), **files}, sheet(*sorted({1, *registered, *sorted(students)[::2]})))
        expected |= {"1", *map(str, students)}
        assert set(found) == expected | set(map(str, registered))
        for participant in expected:
            arrival = found[participant]
            assert (course / "submitted" / participant / LAB).is_dir() and arrival.placed
            assert arrival.remarks or arrival.state in (collect.TAKEN, collect.UNCHANGED)
            if arrival.file:
                assert laid(course, participant).keys() == {"mini.ipynb"} and b"test-x" in laid(course, participant)["mini.ipynb"]
    assert json.loads((course / "moodle" / LAB / "remises.json").read_text("utf-8")).keys() == set(found)
