"""The commands of instructors, run for real: the loop from Moodle's archive to the files that go back, and the erasing of it all."""

import csv
import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import small_class
from atelier import archive, courses, demo, display, generation, moodle
from conftest import LAB as FIRST_LAB
from small_class import BLANK, LAB, NAMES, REFUSED, RIGHT, TAMPERED, WRONG


def atelier(course: Path, *arguments: str) -> subprocess.CompletedProcess:
    done = subprocess.run([sys.executable, "-m", "atelier.app", *arguments], cwd=course, capture_output=True, text=True, timeout=300)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def as_moodle_gives_it(course: Path, graded: Path, changed: dict[str, str] | None = None) -> list[str]:
    """Write the archive and the sheet of the small class into a course; return the arguments that take them."""
    sheet = io.StringIO()
    rows = csv.writer(sheet)
    rows.writerow(demo.HEADINGS)
    with zipfile.ZipFile(course / "travaux.zip", "w") as made:
        for student, (first, last) in NAMES.items():
            path = graded / "submitted" / student / LAB / f"{LAB}.ipynb"
            text = path.read_text("utf-8")
            for old, new in (changed or {}).items():
                text = text.replace(old, new)
            made.writestr(f"{first} {last}_{student}_assignsubmission_file/{LAB}.ipynb", text)
            rows.writerow([f"Participant {student}", f"{first} {last}", "", "Remis pour évaluation", "", "4,00", "Oui", "-", "-", ""])
    (course / "feuille.csv").write_text(sheet.getvalue(), "utf-8")
    return [LAB, "travaux.zip", "--feuille=feuille.csv"]


def grades(course: Path) -> dict[str, str]:
    """The grades of the sheet that goes back, by participant; empty where there is none."""
    with open(course / "moodle" / LAB / "rendu" / f"notes-{LAB}.csv", encoding="utf-8-sig", newline="") as file:
        return {row["Identifiant"].split()[1]: row["Note"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """A course that went through the loop once: its folder, the class it comes from, what the command said."""
    graded = small_class.original(tmp_path_factory)
    course = tmp_path_factory.mktemp("boucle") / "cours"
    shutil.copytree(graded / "source", course / "source")
    shutil.copy(generation.ROOT / "nbgrader_config.py", course)
    return course, graded, atelier(course, "classe", *as_moodle_gives_it(course, graded))


def test_one_command_goes_from_the_archive_to_the_files_for_moodle(given):
    course, _, done = given
    assert done.returncode == display.ANOMALIES, done.stdout + done.stderr
    with zipfile.ZipFile(course / "moodle" / LAB / "rendu" / f"retours-{LAB}.zip") as back:
        assert len(back.namelist()) == len(NAMES) - 1  # all but the unreadable one
    found = grades(course)
    assert found.pop(BLANK) == "0,00"  # nothing was written: nothing to read
    assert set(found.values()) == {""}  # what awaits a human is never a 0
    assert f"réponse écrite à lire : Question 3 — Pourquoi ? (1 point) : {RIGHT}" in done.stdout
    assert (course / "moodle" / LAB / "rendu" / f"rapport-{LAB}.html").stat().st_size > 10_000


def test_after_the_import_only_ids_are_said(given):
    course, _, done = given
    _, _, after = done.stdout.partition("Isolation :")
    assert after and not [name for pair in NAMES.values() for name in pair if name in after]


def test_the_same_command_finishes_when_the_written_answers_are_read(given, tmp_path):
    course = Path(shutil.copytree(given[0], tmp_path / "cours"))
    small_class.read_by_human(course, RIGHT, "pourquoi", 1, comment="Bien vu.")
    page = course / "feedback" / BLANK / LAB / f"{LAB}.html"
    before = page.stat().st_mtime_ns
    done = atelier(course, "classe", LAB)
    assert done.returncode == display.ANOMALIES and f"dont {len(NAMES) - 1} déjà notées" in done.stdout
    assert "1 page de retour écrite dans" in done.stdout and page.stat().st_mtime_ns == before
    assert grades(course)[RIGHT] == "4,00" and grades(course)[TAMPERED] == grades(course)[REFUSED] == ""
    assert "Bien vu." in (course / "feedback" / RIGHT / LAB / f"{LAB}.html").read_text("utf-8")


def test_a_newer_archive_grades_only_what_changed(given, tmp_path):
    course, graded = Path(shutil.copytree(given[0], tmp_path / "cours")), given[1]
    small_class.read_by_human(course, WRONG, "pourquoi", 1, comment="Sur l'ancienne copie.")
    done = atelier(course, "classe", *as_moodle_gives_it(course, graded, {"x = -5": "x = 5"}))
    assert f"dont {len(NAMES) - 2} déjà notées" in done.stdout and "remplacée : 1" in done.stdout
    assert courses.points(course, LAB, WRONG)["test-valeur"] == 2
    assert "ancienne copie" not in (course / "feedback" / WRONG / LAB / f"{LAB}.html").read_text("utf-8") and grades(course)[WRONG] == ""
    assert len(list(course.glob(f"moodle/{LAB}/anciennes/*/{WRONG}/{LAB}.ipynb"))) == 1


def test_erasing_says_first_and_leaves_nothing(given, tmp_path):
    course = Path(shutil.copytree(given[0], tmp_path / "cours"))
    for downloaded in ("travaux.zip", "feuille.csv"):
        (course / downloaded).unlink()
    everything = sorted(course.rglob("*"))
    assert "--oui" in atelier(course, "effacer", LAB).stdout and sorted(course.rglob("*")) == everything
    assert "Effacé" in atelier(course, "effacer", LAB, "--oui").stdout
    kept = {path.relative_to(course).parts[0] for path in course.rglob("*") if path.is_file()}
    assert kept <= {"source", "release", "nbgrader_config.py", "gradebook.db", "autograded"}
    assert [path.name for path in (course / "autograded").rglob("*") if path.is_file()] in ([], ["verrou"])
    content = (course / "gradebook.db").read_bytes()
    assert not [name for pair in NAMES.values() for name in pair if name.encode() in content]
    assert "ne garde rien" in atelier(course, "effacer", LAB).stderr


@pytest.mark.parametrize("arguments, said", [
    (["classe", "inconnu", "travaux.zip"], f"TP de ce cours : {LAB}."),
    (["effacer", "inconnu", "--oui"], "rien n'est effacé"),
    (["importer", LAB, "feuille.csv", "--feuille=travaux.zip"], "inversées"),
    (["importer", LAB, "travaux.zip", "--feuille=absente.csv"], "absente.csv n'est pas un fichier"),
    (["importer", LAB, "travaux.zip", "--feuile=feuille.csv"], "Vouliez-vous dire --feuille ?"),
    (["importer", LAB, "absent.zip"], "absent.zip n'est pas un fichier"),
    (["importer", LAB], "Donnez le nom du TP, l'archive"),
    (["rendre", LAB], "lancez d'abord atelier noter"),
    (["rendre"], "Donnez le nom d'un TP"),
])
def test_what_cannot_be_done_is_said_in_one_sentence(given, tmp_path, arguments, said):
    course = tmp_path / "cours"
    shutil.copytree(given[0] / "source", course / "source")
    shutil.copytree(given[0] / "release", course / "release")
    shutil.copy(given[1] / "gradebook.db", course)
    shutil.copy(generation.ROOT / "nbgrader_config.py", course)
    as_moodle_gives_it(course, given[1])
    done = atelier(course, *arguments)
    assert done.returncode == display.FAILED and said in done.stderr and len(done.stderr.splitlines()) <= 2


def test_help_is_french_for_every_command():
    from atelier import app
    for name in app.COMMANDS:
        text = subprocess.run([sys.executable, "-m", "atelier.app", name, "--help"], capture_output=True, text=True).stdout
        assert f"atelier {name}" in text and "État de sortie" in text and "Traitlets" not in text


def test_the_made_class_is_what_moodle_gives():
    packed, sheet = demo.class_of(FIRST_LAB)
    participants = {moodle.deposit(entry.path).participant for entry in archive.read(packed)}
    rows = moodle.Sheet.read(sheet).rows
    assert len(rows) == len(demo.FIRST_NAMES) == 30 and participants < set(rows)
    assert all("FICTIVE" in row.full_name for row in rows.values())
