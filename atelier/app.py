"""``atelier noter``: the command of instructors, in the habits of nbgrader's own."""

import logging
import sys
import time
import warnings

from nbgrader.apps.baseapp import NbGrader
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from sqlalchemy.exc import SAWarning

from atelier import grading, sandbox

DONE, FAILED, ANOMALIES, INTERRUPTED = 0, 1, 3, 130

ALIASES = {
    "student": ("CourseDirectory.student_id", "ne noter que cette copie (identifiant de l'étudiant)"),
    "assignment": ("CourseDirectory.assignment_id", "le TP à noter, si ce n'est pas l'argument"),
    "course-dir": ("CourseDirectory.root", "le dossier du cours (par défaut : le dossier courant)"),
    "db": ("CourseDirectory.db_url", "l'adresse du carnet de notes (par défaut : gradebook.db du cours)"),
    "copies": ("Grader.workers", "nombre de copies exécutées à la fois (par défaut : une par cœur)"),
    "secondes-cellule": ("Grader.cell_seconds", "temps accordé à une cellule"),
    "secondes-copie": ("Grader.copy_seconds", "temps accordé à une copie"),
    "log-level": ("Application.log_level", "détail des messages techniques (DEBUG, INFO…)"),
}
FLAGS = {
    "force": ({"BaseConverter": {"force": True}}, "renoter aussi ce qui est déjà noté et n'a pas changé"),
    "entrainement-complet": ({"Grader": {"full_training": True}}, "entraîner les modèles en entier (environ vingt fois plus long)"),
    "sans-isolation": ({"Grader": {"isolated": False}}, "DANGER : exécuter les copies avec tous vos droits, sans bac à sable"),
}
USAGE = """\
Noter les copies d'un TP : chacune dans un bac à sable, plusieurs à la fois.

  atelier noter TP [options]

Les copies sont lues dans submitted/<identifiant>/<TP>/, les notes écrites dans le carnet de nbgrader (gradebook.db), les
notebooks notés dans autograded/, et le compte rendu dans autograded/rapport-<TP>.json. Une copie déjà notée n'est pas renotée,
sauf si elle ou le TP a changé : après une interruption, relancez la même commande. Ensuite : nbgrader generate_feedback TP.

Options
"""
STATUS = """
Tout réglage de nbgrader_config.py est lu, et --Classe.reglage=valeur le remplace (par exemple --Grader.workers=4).

État de sortie : 0, tout est noté ; 3, terminé avec des anomalies à regarder ; 1, échec ; 130, interrompu."""


class NoterApp(NbGrader):
    """Grade the copies of an assignment."""

    name = "atelier-noter"
    description = USAGE
    aliases = ALIASES
    flags = {**FLAGS, "f": FLAGS["force"]}
    classes = [grading.Grader]

    def _log_level_default(self) -> int:
        return logging.ERROR  # what matters is in the report; nbgrader's checksum warnings are normal here

    def emit_help(self, classes: bool = False):
        yield USAGE.rstrip()
        for name, (_, text) in {**ALIASES, **FLAGS}.items():
            option = f"--{name}" + ("=…" if name in ALIASES else "")
            yield f"  {option:24} {text}"
        yield STATUS

    def start(self) -> None:
        super().start()
        if len(self.extra_args) + bool(self.coursedir.assignment_id) != 1:
            self._fail("Donnez le nom d'un TP, par exemple : atelier noter cnn_mnist")
        self.coursedir.assignment_id = self.coursedir.assignment_id or self.extra_args[0]
        grader = grading.Grader(coursedir=self.coursedir, parent=self)
        try:
            sys.exit(grade(grader))
        except (grading.GradingError, sandbox.SandboxError) as error:
            self._fail(str(error))

    def _fail(self, message: str) -> None:
        print(message, file=sys.stderr)
        sys.exit(FAILED)


def grade(grader: grading.Grader) -> int:
    """Grade with a live display, write the report, print the summary; return the exit status."""
    warnings.filterwarnings("ignore", category=SAWarning)  # nbgrader's own, at each new student
    isolation = grader.check()
    students = grader.students()
    console, start, current = Console(highlight=False), time.monotonic(), []
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("reste"),
               TimeRemainingColumn(), TextColumn("anomalies : {task.fields[anomalies]}  {task.fields[current]}", markup=False)]
    console.print(f"{grader.lab} : {len(students)} copie(s). Isolation : {isolation}.", soft_wrap=True)
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("Notation", total=len(students), anomalies=0, current="")
        anomalies = 0

        def show() -> None:
            progress.update(task, anomalies=anomalies, current=" ".join(current[-3:]))

        def starting(student: str) -> None:
            current.append(printable(student))
            show()

        def tell(result: grading.Result) -> None:
            nonlocal anomalies
            if printable(result.student) in current:
                current.remove(printable(result.student))
            anomalies += bool(result.anomalies)
            progress.console.print(printable(line(result)), markup=False, soft_wrap=True)
            progress.advance(task)
            show()

        try:
            results = grader.grade(tell, starting)
        except KeyboardInterrupt:
            progress.stop()
            console.print("\nNotation interrompue : ce qui est noté est gardé. Relancez la même commande pour continuer.")
            return INTERRUPTED
    seconds = time.monotonic() - start
    path = grader.report(results, isolation, seconds)
    for text in summary(results, seconds):
        console.print(printable(text), markup=False, soft_wrap=True)
    console.print(f"Compte rendu : {path}", markup=False, soft_wrap=True)
    return ANOMALIES if any(result.anomalies for result in results) else DONE


def printable(text: str) -> str:
    """Return a text that any terminal takes: a file name of an old archive may not be UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()


def line(result: grading.Result) -> str:
    """Return the log line of a copy."""
    points = "     —" if result.points is None else f"{result.points:5g}/{result.maximum:g}"
    time_spent = "déjà notée" if result.resumed else f"{result.seconds:.1f} s"
    return f"  {result.student}  {points}  {result.state}  ({time_spent})" + "".join(f"\n      ! {text}" for text in result.anomalies)


def summary(results: list[grading.Result], seconds: float) -> list[str]:
    """Return the lines that end a run."""
    new = [result for result in results if not result.resumed]
    lines = [f"\n{len(results)} copie(s) en {seconds:.0f} s, dont {len(results) - len(new)} déjà notée(s)."]
    for state in (grading.GRADED, grading.PARTLY, grading.SUSPECT, grading.REFUSED):
        students = [result.student for result in results if result.state == state]
        if students:
            names = "" if state == grading.GRADED else f" : {', '.join(students)}"
            lines.append(f"  {state} : {len(students)}{names}")
    if any(result.state in (grading.SUSPECT, grading.REFUSED) for result in results):
        lines.append("Les copies « à vérifier » et « non corrigeable » attendent un humain : leur note dans l'export n'est pas définitive.")
    return lines


def main() -> None:
    """Run ``atelier COMMAND``."""
    commands = {"noter": NoterApp}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        print("Usage : atelier noter TP [options]   (atelier noter --help pour le détail)")
        sys.exit(DONE if sys.argv[1:] in (["--help"], ["-h"]) else FAILED)
    commands[sys.argv[1]].launch_instance(sys.argv[2:])


if __name__ == "__main__":
    main()
