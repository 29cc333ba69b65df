"""``make demo``: play the instructor's whole loop on a made class of thirty fictional students, and open its report.

The class lives in ``build/demo``, a course of its own. Its archive and its grading sheet are written as Moodle writes them; the
copies are those of the bank, with a few hand-ins of the kind that every class has: renamed, nested, doubled, a PDF, nothing.
"""

import csv
import io
import random
import subprocess
import sys
import webbrowser
import zipfile
from pathlib import Path

import nbformat

from atelier import copies, courses, display, generation, notation

COURSE = generation.ROOT / "build" / "demo"
FIRST_NAMES = (
    "Zoé", "Anaïs", "Loïc", "Maëlle", "François", "Noémie", "Jean-Baptiste", "Aïcha", "Çağla", "Nguyễn", "Björn", "Élodie", "Siân", "Ömer", "Łukasz",
    "Inès", "Yaël", "Théo", "Chloé", "Hélène", "Marie-Ève", "Léa", "Rémi", "Gaëtan", "Søren", "Ana", "José", "Inga", "李娜", "ليلى")
LAST_NAME = "FICTIVE-{:02}"  # nobody's: the class is made up
FIRST_PARTICIPANT = 4101
ONE_OF_THE_BANK_IN = 6
ALIKE = {11: 19}  # who handed in whose copy, but for a name, for the report to show
HEADINGS = ("Identifiant", "Nom complet", "Adresse de courriel", "Statut", "Note", "Note maximale", "La note peut être modifiée",
            "Dernière modification (travail remis)", "Dernière modification (note)", "Feedback par commentaires")


def class_of(lab: str) -> tuple[bytes, bytes]:
    """Return the archive and the grading sheet of the made class, as Moodle gives them."""
    source, release = (nbformat.read(generation.ROOT / step / lab / f"{lab}.ipynb", as_version=4) for step in ("source", "release"))
    examples = copies.read_all(lab)
    chosen = [example for example in examples if example.name == copies.SOLUTION] + examples[::ONE_OF_THE_BANK_IN]
    texts = [nbformat.writes(copies.submission(example, source, release)) for example in chosen]
    archive, sheet = io.BytesIO(), io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerow(HEADINGS)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for number, first_name in enumerate(FIRST_NAMES):
            name, participant = f"{first_name} {LAST_NAME.format(number + 1)}", FIRST_PARTICIPANT + number
            text = texts[ALIKE.get(number, number) % len(texts)]
            files = hand_in(lab, number, text.replace("epoques", "numeros") if number in ALIKE else text)
            for path, content in files.items():
                made.writestr(f"{name}_{participant}_assignsubmission_file/{path}", content)
            status = "Remis pour évaluation" if files else "Aucun travail remis"
            rows.writerow([f"Participant {participant}", name, f"etudiant{number + 1:02}@exemple.invalid", status, "", "20,00", "Oui", "-", "-", ""])
    return archive.getvalue(), b"\xef\xbb\xbf" + sheet.getvalue().encode()


def hand_in(lab: str, number: int, notebook: str) -> dict[str, bytes]:
    """Return the files of a student: mostly the notebook, and some of what happens in a class."""
    text = notebook.encode()
    odd = {
        5: {f"{lab} (1).ipynb": text},
        9: {f"rendu/final/{lab}-Copie1.ipynb": text},
        14: {f"{lab}.ipynb": text, "notes.txt": b"Bonjour, voici mon TP."},
        20: {"rapport.pdf": b"%PDF-1.4 (fictif)"},
        23: {f"{lab}.ipynb": text[:len(text) // 2]},
        27: {},
    }
    return odd.get(number, {f"{lab}.ipynb": text})


def mark_written_answers(course: Path, lab: str) -> None:
    """Mark most of the written answers at random, as an instructor would in formgrader."""
    draw = random.Random(0)
    with courses.gradebook(course) as book:
        for submission in book.notebook_submissions(lab, lab):
            for grade in (grade for grade in submission.grades if grade.cell_type == "markdown"):
                if draw.random() < 0.85:
                    grade.manual_score = draw.choice([0, 0.5, 0.75, 1]) * grade.max_score
                    grade.needs_manual_grade = False
        book.db.commit()


def main() -> None:
    """Play the loop for the first lab."""
    lab = generation.labs()[0]
    generation.make_source(lab)
    notation.fresh_course(COURSE, lab)
    archive, sheet = class_of(lab)
    (COURSE / "travaux.zip").write_bytes(archive)
    (COURSE / "feuille.csv").write_bytes(sheet)
    print(f"Classe fictive de {len(FIRST_NAMES)} étudiants, dans {COURSE.relative_to(generation.ROOT)}/ : rien ici n'est une vraie copie.\n", flush=True)
    atelier("classe", lab, "travaux.zip", "--feuille=feuille.csv")
    mark_written_answers(COURSE, lab)
    print("\nLes réponses écrites ont été notées au hasard, comme dans formgrader (quelques-unes attendent encore).\n", flush=True)
    atelier("rendre", lab)
    webbrowser.open((COURSE / "moodle" / lab / "rendu" / f"rapport-{lab}.html").as_uri())


def atelier(*arguments: str) -> None:
    """Run a command of instructors in the made course; exit if it failed."""
    status = subprocess.run([sys.executable, "-m", "atelier.app", *arguments], cwd=COURSE).returncode
    if status not in (display.DONE, display.ANOMALIES):
        sys.exit(status)


if __name__ == "__main__":
    main()
