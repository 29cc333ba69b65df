"""What an instructor sees while a class is graded: the live display, a line per copy, the summary; and its exit status."""

import time
import warnings

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from sqlalchemy.exc import SAWarning

from atelier import grading
from atelier.french import count

DONE, FAILED, ANOMALIES, INTERRUPTED = 0, 1, 3, 130


def grade(grader: grading.Grader) -> int:
    """Grade with a live display, write the report, print the summary; return the exit status."""
    warnings.filterwarnings("ignore", category=SAWarning)  # nbgrader's own, at each new student
    isolation = grader.check()
    students = grader.students()
    console, start, current = Console(highlight=False), time.monotonic(), []
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("reste"),
               TimeRemainingColumn(), TextColumn("anomalies : {task.fields[anomalies]}  {task.fields[current]}", markup=False)]
    console.print(f"{grader.lab} : {count(len(students), 'copie')}. Isolation : {isolation}.", soft_wrap=True)
    console.print("Les points affichés sont ceux des tests ; les réponses écrites se lisent ensuite dans formgrader.", soft_wrap=True)
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
    lines = [f"\n{count(len(results), 'copie')} en {seconds:.0f} s, dont {count(len(results) - len(new), 'déjà notée', 'déjà notées')}."]
    for state in (grading.GRADED, grading.PARTLY, grading.SUSPECT, grading.REFUSED):
        students = [result.student for result in results if result.state == state]
        if students:
            names = "" if state == grading.GRADED else f" : {', '.join(students)}"
            lines.append(f"  {state} : {len(students)}{names}")
    if any(result.state in (grading.SUSPECT, grading.REFUSED) for result in results):
        lines.append("Les copies « à vérifier » et « non corrigeable » attendent un humain : leur note dans l'export n'est pas définitive.")
    return lines
