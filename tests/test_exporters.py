"""What goes back to Moodle, read by a reader of our own that follows the rules of Moodle's import."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import asdict
from pathlib import Path, PurePosixPath

import pytest

import small_class
from atelier import collect, courses, exporters, moodle
from small_class import BLANK, CLUMSY, LAB, NAMES, REFUSED, RIGHT, TAMPERED, WRONG

ABSENT, LOCKED = "190", BLANK  # handed in nothing; cannot be graded any more in Moodle
FULL_NAMES = {student: f"{first} {last}" for student, (first, last) in NAMES.items()} | {ABSENT: "Paul-Émile D’Arc"}
HEADINGS = ["Identifiant", "Nom complet", "Adresse de courriel", "Statut", "Note", "Note maximale", "La note peut être modifiée",
            "Dernière modification (travail remis)", "Dernière modification (note)", "Feedback par commentaires"]
GRADE, COMMENT = HEADINGS.index("Note"), HEADINGS.index("Feedback par commentaires")


def sheet(maximum: str = "4,00") -> bytes:
    """A sheet as Moodle gives it: BOM, CRLF, an old grade and an old comment on two lines here and there."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for student, name in FULL_NAMES.items():
        grade, comment = ("3,50", 'Revoyez, "svp",\nla partie 2') if student in (ABSENT, TAMPERED) else ("", "")
        writer.writerow([f"Participant {student}", name, f"{student}@ecole.example", "Remis pour évaluation", grade, maximum,
                         "Non" if student == LOCKED else "Oui", "mardi 24 novembre 2026, 10:00", "-", comment])
    return ("\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue()).encode()


@pytest.fixture
def course(tmp_path_factory, tmp_path):
    """The graded class, collected from Moodle: with a folder for each student, but for one whose archive has prefixes only."""
    folder = small_class.a_class(tmp_path_factory, tmp_path)
    with zipfile.ZipFile(tmp_path / "travaux.zip", "w") as archive:
        for student in NAMES:
            layout = "{}_{}_assignsubmission_file_{}" if student == WRONG else "{}_{}_assignsubmission_file/{}"
            archive.write(folder / "submitted" / student / LAB / f"{LAB}.ipynb", layout.format(FULL_NAMES[student], student, f"{LAB}.ipynb"))
    (tmp_path / "feuille.csv").write_bytes(sheet())
    collect.collect(folder, LAB, tmp_path / "travaux.zip", tmp_path / "feuille.csv")
    return folder


def write_records(course: Path, records: dict[str, collect.Arrival]) -> None:
    told = {student: asdict(record) for student, record in records.items()}
    (course / "moodle" / LAB / "remises.json").write_text(json.dumps(told), "utf-8")


def files_taken(archive: Path, participants) -> dict[str, dict[str, bytes]]:
    """What Moodle's import takes from an archive of feedback: the files of each participant. Nothing may be left aside."""
    taken: dict[str, dict[str, bytes]] = {}
    with zipfile.ZipFile(archive) as content:
        for entry in content.infolist():
            path = PurePosixPath(entry.filename)
            assert not path.is_absolute() and not any(part.startswith(".") for part in path.parts)
            fields = path.parts[0].split("_", 4)
            assert len(fields) >= 4 and fields[1] in participants and fields[2:4] == ["assignsubmission", "file"], path
            name = str(PurePosixPath(*filter(None, [*fields[4:], *path.parts[1:]])))
            taken.setdefault(fields[1], {})[name] = content.read(entry)
    return taken


def grades_taken(content: bytes) -> dict[str, tuple[float | None, str]]:
    """What Moodle's import takes from a sheet: the grade (None: skipped) and the comment of each participant."""
    headings, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    number, grade, comment = (headings.index(name) for name in ("Identifiant", "Note", "Feedback par commentaires"))
    assert "Dernière modification (note)" in headings
    return {row[number][len("Participant"):].strip(): (float(row[grade].replace(",", ".")) if row[grade] else None, row[comment]) for row in rows}


def test_moodle_takes_the_pages_and_the_final_grades(course):
    done = exporters.hand_back(course, LAB)
    folder = course / "moodle" / LAB / "rendu"
    assert (done.archive, done.sheet) == (folder / "retours-mini.zip", folder / "notes-mini.csv")
    pages = files_taken(done.archive, FULL_NAMES)
    assert pages == {student: {"retour_mini.html": (course / "feedback" / student / LAB / f"{LAB}.html").read_bytes()}
                     for student in (RIGHT, WRONG, BLANK, TAMPERED, CLUMSY)}
    before, after = grades_taken(sheet()), grades_taken(done.sheet.read_bytes())
    assert {student: grade for student, (grade, _) in after.items() if grade is not None} == {RIGHT: 3.75, WRONG: 1, ABSENT: 3.5}
    assert after[ABSENT] == before[ABSENT] and after[LOCKED] == before[LOCKED] and after[TAMPERED] == (None, before[TAMPERED][1])
    assert "le signe a été oublié" in after[WRONG][1] and "Relisez la partie 1." in after[WRONG][1] and "<br>" in after[WRONG][1]
    assert done.grades == {RIGHT: 3.75, WRONG: 1} and set(done.pages) == pages.keys()
    assert sorted(path.name for path in folder.iterdir()) == ["notes-mini.csv", "retours-mini.zip"]


def test_only_grades_and_comments_change_in_the_sheet(course):
    done = exporters.hand_back(course, LAB)
    before, after = sheet(), done.sheet.read_bytes()
    assert after.startswith(before[:before.index(b"\r\n") + 2]) and after.count(b"\r\n") == before.count(b"\r\n")
    assert before[before.index(f"Participant {ABSENT}".encode()):] in after  # to the end of the file
    old, new = (list(csv.reader(io.StringIO(content.decode(), newline=""))) for content in (before, after))
    kept = [index for index in range(len(HEADINGS)) if index not in (GRADE, COMMENT)]
    assert [[row[index] for index in kept] for row in old] == [[row[index] for index in kept] for row in new]


def test_who_has_no_grade_is_listed_with_the_reason(course):
    left = exporters.hand_back(course, LAB).left
    assert left.keys() == {TAMPERED, REFUSED, CLUMSY, LOCKED}
    assert left[CLUMSY] == ["réponse écrite à lire : Question 3 — Pourquoi ? (1 point)"]
    assert left[LOCKED] == ["note verrouillée dans Moodle"]
    assert left[TAMPERED][-1] == "Moodle garde sa note précédente (3,5)"
    assert left[TAMPERED][0].startswith("test à vérifier : ") and left[REFUSED][0].startswith("copie non corrigeable : ")


STALE = "page de retour absente, ou plus ancienne que la note"


@pytest.mark.parametrize("spoil, reason", [
    (lambda course, page: small_class.read_by_human(course, RIGHT, "pourquoi", 1), STALE),
    (lambda course, page: small_class.read_by_human(course, RIGHT, "pourquoi", 0.75, comment="Autre."), STALE),
    (lambda course, page: os.utime(page, (1, 1)), STALE),
    (lambda course, page: page.unlink(), STALE),
    (lambda course, page: os.utime(course / "submitted" / RIGHT / LAB / f"{LAB}.ipynb", (2**31, 2**31)), "remise après sa notation"),
], ids=["note", "commentaire", "recopiée", "absente", "nouvelle remise"])
def test_a_page_that_is_not_up_to_date_does_not_go(course, spoil, reason):
    spoil(course, course / "feedback" / RIGHT / LAB / f"{LAB}.html")
    done = exporters.hand_back(course, LAB)
    said, = done.left[RIGHT]
    assert said.startswith(reason) and "nbgrader generate_feedback mini" in said
    assert RIGHT not in files_taken(done.archive, FULL_NAMES) and RIGHT not in done.grades
    assert grades_taken(done.sheet.read_bytes())[RIGHT][0] is None


def test_once_its_page_is_made_again_a_grade_goes(course):
    small_class.read_by_human(course, CLUMSY, "pourquoi", 1)
    assert CLUMSY in exporters.hand_back(course, LAB).left
    courses.nbgrader(course, "generate_feedback", LAB, f'--student="{CLUMSY}"')
    done = exporters.hand_back(course, LAB)
    assert CLUMSY not in done.left and grades_taken(done.sheet.read_bytes())[CLUMSY][0] == 2


def test_students_who_do_not_come_from_moodle_or_are_not_graded_are_listed(course):
    records = collect.handed_in(course, LAB)
    del records[WRONG]
    records["180"] = collect.Arrival("180", "Nina Lu", collect.TAKEN, folder="Nina Lu_180_assignsubmission_file")
    write_records(course, records)
    done = exporters.hand_back(course, LAB)
    assert done.left[WRONG] == ["ne vient pas de Moodle : à rendre à la main"]
    assert done.left["180"] == ["pas encore notée : lancez atelier noter mini", "absent de la feuille de notes"]
    assert not files_taken(done.archive, FULL_NAMES).keys() & {WRONG, "180"}
    assert grades_taken(done.sheet.read_bytes())[WRONG] == (None, "")


def test_a_bonus_above_the_maximum_does_not_hold_the_others_back(course):
    small_class.read_by_human(course, RIGHT, "pourquoi", 1, extra=3)
    courses.nbgrader(course, "generate_feedback", LAB, f'--student="{RIGHT}"')
    done = exporters.hand_back(course, LAB)
    assert done.left[RIGHT] == ["note au-dessus de 4 : à ramener dans formgrader"] and WRONG in done.grades


def test_without_a_sheet_only_the_pages_go(course):
    (course / "moodle" / LAB / "feuille.csv").unlink()
    done = exporters.hand_back(course, LAB)
    assert done.sheet is None and RIGHT in files_taken(done.archive, FULL_NAMES)
    assert [path.name for path in done.archive.parent.iterdir()] == ["retours-mini.zip"]
    assert any("Aucune feuille de notes" in line for line in exporters.summary(done))


def test_a_refused_export_replaces_nothing(course):
    done = exporters.hand_back(course, LAB)
    before = done.archive.read_bytes(), done.sheet.read_bytes()
    (course / "moodle" / LAB / "feuille.csv").write_bytes(sheet(maximum="100,00"))
    with pytest.raises(moodle.SheetError, match="réglez sa note maximale à 4"):
        exporters.hand_back(course, LAB)
    for page in (course / "feedback").rglob("*.html"):
        page.unlink()
    with pytest.raises(exporters.ExportError, match="Aucune page de retour n'est prête(.|\n)*page de retour absente"):
        exporters.hand_back(course, LAB)
    assert (done.archive.read_bytes(), done.sheet.read_bytes()) == before


def nbgrader_export(course: Path, *options: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "nbgrader", "export", *options], cwd=course, capture_output=True, text=True, encoding="utf-8")


def test_nbgrader_export_hands_back(course):
    done = nbgrader_export(course, "--exporter=atelier.exporters.MoodleExporter", "--assignment", '["mini"]', "--student", f"[{RIGHT},{CLUMSY}]",
                           "--to", "ici")
    assert done.returncode == 0, done.stderr
    assert "2 pages de retour" in done.stdout and "1 note" in done.stdout
    assert f"réponse écrite à lire : Question 3 — Pourquoi ? (1 point) : {CLUMSY}" in done.stdout
    assert not [name for name in FULL_NAMES.values() if name in done.stdout + done.stderr]
    assert files_taken(course / "ici" / "retours-mini.zip", FULL_NAMES).keys() == {RIGHT, CLUMSY}
    assert grades_taken((course / "ici" / "notes-mini.csv").read_bytes())[WRONG] == (None, "")


def test_nbgrader_export_says_a_mistake_in_a_sentence(course):
    done = nbgrader_export(course, "--exporter=atelier.exporters.MoodleExporter", "--assignment", '["autre"]')
    assert done.returncode == 1 and "lancez d'abord atelier noter autre" in done.stderr and "Traceback" not in done.stderr


def test_nbgraders_own_export_still_writes_its_csv(course):
    assert nbgrader_export(course).returncode == 0
    rows = {row["student_id"]: row for row in csv.DictReader((course / "grades.csv").open(encoding="utf-8"))}
    assert rows[RIGHT]["score"] == "3.75" and rows.keys() == FULL_NAMES.keys()
