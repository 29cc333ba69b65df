"""Grade a class: sanitize each copy (trusted), execute it in the sandbox, record it (trusted, one writer).

nbgrader's course folder and gradebook stay the truth: this is its ``Autograde`` converter, whose middle step runs on
several kernels at once. A copy is recorded by one commit of the gradebook, then by renaming its folder, then by a note in
``autograded/.atelier`` that holds a digest of all that decides its points; what the note says is not graded again.
"""

import contextlib
import hashlib
import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass, field
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from traitlets import Bool, Integer

from atelier import execution, files, preprocessors, sandbox, training

GRADED, PARTLY, SUSPECT, REFUSED = "notée", "notée en partie", "à vérifier", "non corrigeable"
LARGEST_COPY = 30 * 2**20  # bytes
MOST_CELLS = 2000
ENGINE = 1  # goes up when the same copy may get other points


class GradingError(Exception):
    """The grading cannot start; the message says in French why and what to do."""


class Refused(Exception):
    """This copy cannot be graded; the message says in French why."""


@dataclass
class Result:
    """What became of a copy. ``points`` and ``maximum`` are those of the automatic tests; None when it was refused."""

    student: str
    state: str = GRADED
    points: float | None = None
    maximum: float | None = None
    anomalies: list[str] = field(default_factory=list)
    seconds: float = 0.0
    resumed: bool = False


@dataclass
class _Copy:
    student: str
    digest: str
    notebook: nbformat.NotebookNode
    anomalies: list[str]


class Grader(Autograde):
    """Grade the copies of ``coursedir`` for one assignment, several at a time."""

    workers = Integer(0, help="Nombre de copies exécutées à la fois (0 : une par cœur).").tag(config=True)
    threads = Integer(0, help="Nombre de fils d'exécution de chaque copie (0 : les cœurs partagés entre les copies).").tag(config=True)
    seed = Integer(-1, help="Graine des tirages au hasard, pour rejouer une notation (-1 : aucune).").tag(config=True)
    isolated = Bool(True, help="Refuser de noter sans bac à sable.").tag(config=True)
    full_training = Bool(False, help="Entraîner les modèles en entier, et non sur un budget réduit.").tag(config=True)
    cell_seconds = Integer(180, help="Temps accordé à une cellule (fois 10 pour un entraînement complet).").tag(config=True)
    copy_seconds = Integer(600, help="Temps accordé à une copie (fois 10 pour un entraînement complet).").tag(config=True)

    # --- What is to grade ---------------------------------------------------------------------------------------------

    @property
    def lab(self) -> str:
        return self.coursedir.assignment_id

    def folder(self, step: str, student: str) -> Path:
        """Return the folder of a student's copy at a step of the course."""
        return Path(self.coursedir.format_path(step, student, self.lab))

    def students(self) -> list[str]:
        """Return the ids of those who handed in something, or of those asked for; raise GradingError if there is none."""
        submitted = Path(self.coursedir.format_path(self.coursedir.submitted_directory, ".", "."))
        asked = self.coursedir.student_id
        found = sorted(entry.name for entry in submitted.iterdir() if self.folder(self.coursedir.submitted_directory, entry.name).is_dir()) \
            if submitted.is_dir() else []
        chosen = found if asked == "*" else [student for student in found if student == asked]
        if not chosen:
            who = "" if asked == "*" else f" de « {asked} »"
            raise GradingError(f"Aucune copie{who} dans {self.folder(self.coursedir.submitted_directory, asked)}. "
                               "Placez chaque copie dans submitted/<identifiant>/<TP>/<TP>.ipynb.")
        return chosen

    def settings(self) -> execution.Settings:
        """Return how each copy is executed."""
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        self.workers = self.workers or cores
        slow = 10 if self.full_training else 1
        return execution.Settings(
            threads=self.threads or max(1, cores // self.workers), seed=None if self.seed < 0 else self.seed, batches=0 if self.full_training else training.USUAL_BUDGET,
            cell_seconds=self.cell_seconds * slow, copy_seconds=self.copy_seconds * slow, isolated=self.isolated)

    # --- The three steps ----------------------------------------------------------------------------------------------

    def find(self, student: str) -> tuple[Path, list[str]]:
        """Return the notebook of a copy and what is odd about it; raise Refused if there is not exactly one."""
        folder = self.folder(self.coursedir.submitted_directory, student)
        path = folder / f"{self.lab}.ipynb"
        if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
            raise Refused("le notebook est un lien vers un autre fichier")
        if path.is_file():
            return path, []
        candidates = [each for each in sorted(folder.rglob("*.ipynb")) if ".ipynb_checkpoints" not in each.parts and each.is_file() and not each.is_symlink()]
        if len(candidates) == 1:
            return candidates[0], [f"notebook renommé : « {candidates[0].relative_to(folder)} » a été pris"]
        if candidates:
            names = ", ".join(f"« {each.relative_to(folder)} »" for each in candidates[:5])
            raise Refused(f"plusieurs notebooks et aucun ne s'appelle {self.lab}.ipynb : {names}")
        raise Refused(f"aucun notebook dans la remise (on attend {self.lab}.ipynb)")

    def sanitize(self, student: str) -> _Copy:
        """Return a copy rebuilt on the released notebook with its hidden tests; raise Refused if it cannot be read."""
        path, anomalies = self.find(student)
        if path.stat().st_size > LARGEST_COPY:
            raise Refused(f"le fichier est trop volumineux ({path.stat().st_size // 2**20} Mio, au plus {LARGEST_COPY // 2**20})")
        content = path.read_bytes()
        try:
            notebook = nbformat.reads(content.decode("utf-8-sig"), as_version=4)
            count = len(notebook.cells)
        except Exception as error:
            raise Refused(f"le fichier n'est pas un notebook lisible ({type(error).__name__}) : demandez une nouvelle remise") from None
        if count > MOST_CELLS:
            raise Refused(f"le notebook a {count} cellules (au plus {MOST_CELLS})")
        try:
            anomalies += self._odd_cells(notebook)
            with self._steps(self.sanitize_preprocessors):
                text, _ = self.exporter.from_notebook_node(notebook, self._resources(student))
        except Exception as error:
            raise Refused(f"la structure du notebook est inattendue ({type(error).__name__} : {str(error)[:200]})") from None
        text = text.encode("utf-8", "replace").decode()  # half an emoji
        return _Copy(student, self.digest(content), nbformat.reads(text, as_version=4), anomalies)

    @staticmethod
    def _odd_cells(notebook) -> list[str]:
        names = Counter(str(cell.metadata.get("nbgrader", {}).get("grade_id", "")) for cell in notebook.cells)
        double = sorted(name for name in names if name and names[name] > 1)
        return [f"cellules en double, réunies : {', '.join(double)}"] if double else []

    def record(self, copy: _Copy, result: bytes) -> Result:
        """Put the outputs into the sanitized copy, its points into the gradebook and its notebook into ``autograded``."""
        outcome = execution.merge(copy.notebook, result)
        resources = self._resources(copy.student)
        resources["atelier"] = outcome
        source = self.folder(self.coursedir.submitted_directory, copy.student)
        resources["nbgrader"]["timestamp"] = self.coursedir.get_existing_timestamp(str(source))
        with self._steps([step for step in self.autograde_preprocessors if step is not preprocessors.ExecuteInSandbox]):
            text, resources = self.exporter.from_notebook_node(copy.notebook, resources)
        self._publish(copy.student, text, source / "timestamp.txt")
        anomalies = copy.anomalies + _by_reason({**outcome.stopped, **outcome.suspect})
        state = SUSPECT if outcome.suspect else PARTLY if outcome.stopped else GRADED
        points, maximum = resources["points"]
        done = Result(copy.student, state, points, maximum, anomalies, round(outcome.seconds, 1))
        files.write_json(self._note(copy.student), {"digest": copy.digest, **asdict(done)})
        return done

    def refuse(self, student: str, reason: str) -> Result:
        """Keep a copy that cannot be graded waiting for a human, unless it already has points; nothing of it is touched."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
            try:
                book.find_submission(self.lab, student)
            except MissingEntry:
                book.update_or_create_student(student)
                submission = book.update_or_create_submission(self.lab, student)
                for notebook in submission.notebooks:
                    for grade in notebook.grades:
                        grade.needs_manual_grade = True
                book.db.commit()
        return Result(student, REFUSED, anomalies=[reason])

    # --- The pieces of the steps --------------------------------------------------------------------------------------

    def digest(self, content: bytes) -> str:
        """Return a digest of all that decides the points of a copy: itself, the assignment, the kind of training."""
        texts = [Path(self.coursedir.format_path(step, ".", self.lab), f"{self.lab}.ipynb").read_bytes()
                 for step in (self.coursedir.source_directory, self.coursedir.release_directory)]
        return hashlib.sha256(b"\0".join([content, *texts, f"{ENGINE} {self.full_training}".encode()])).hexdigest()

    def resumed(self, student: str) -> Result | None:
        """Return the recorded result of a copy that did not change since, or None."""
        try:
            note = json.loads(self._note(student).read_text("utf-8"))
            path, _ = self.find(student)
            graded = self.folder(self.coursedir.autograded_directory, student) / f"{self.lab}.ipynb"
            if self.force or note.pop("digest") != self.digest(path.read_bytes()) or not graded.exists():
                return None
            return Result(**{**note, "resumed": True})
        except (OSError, ValueError, KeyError, TypeError, Refused):
            return None

    def _note(self, student: str) -> Path:
        return Path(self.coursedir.format_path(self.coursedir.autograded_directory, ".", "."), ".atelier", self.lab, f"{student}.json")

    def _resources(self, student: str) -> dict:
        where = {"student": student, "assignment": self.lab, "notebook": self.lab, "db_url": self.coursedir.db_url}
        return {"unique_key": self.lab, "output_files_dir": f"{self.lab}_files", "nbgrader": where}

    @contextlib.contextmanager
    def _steps(self, steps: list) -> Iterator[None]:
        self.exporter._preprocessors = []
        for step in steps:
            self.exporter.register_preprocessor(step)
        yield

    def _publish(self, student: str, text: str, timestamp: Path) -> None:
        """Write the graded notebook beside its place and rename: the folder is the old one or the new one, never half."""
        folder = self.folder(self.coursedir.autograded_directory, student)
        new = folder.with_name(f".{folder.name}.nouveau")
        old = folder.with_name(f".{folder.name}.ancien")
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir(parents=True)
        (new / f"{self.lab}.ipynb").write_text(text, "utf-8")
        if timestamp.exists():
            shutil.copy(timestamp, new)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)

    # --- The class ----------------------------------------------------------------------------------------------------

    def check(self) -> str:
        """Return the name of the isolation in force; raise GradingError or SandboxError if the grading cannot start."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
            try:
                book.find_notebook(self.lab, self.lab)
            except MissingEntry:
                raise GradingError(
                    f"Le TP « {self.lab} » n'est pas dans le carnet de notes : lancez d'abord nbgrader generate_assignment {self.lab}.") from None
        return sandbox.mode().value if self.isolated else sandbox.Isolation.NONE.value

    def grade(self, tell: Callable[[Result], None], starting: Callable[[str], None] = lambda student: None) -> list[Result]:
        """Grade every copy that is not already; ``tell`` hears each result. On KeyboardInterrupt, what runs is dropped."""
        self.exporter = self.exporter_class(parent=self, config=self.config)
        settings, results, waiting = self.settings(), [], list(reversed(self.students()))
        running: dict[Future, _Copy] = {}
        pool = ThreadPoolExecutor(self.workers)

        def finish(result: Result) -> None:
            results.append(result)
            tell(result)

        try:
            with self._lock():
                while waiting or running:
                    while waiting and len(running) <= self.workers:
                        student = waiting.pop()
                        copy = self._begun(student)
                        if isinstance(copy, Result):
                            finish(copy)
                            continue
                        starting(student)
                        running[pool.submit(execution.execute, nbformat.writes(copy.notebook).encode(), settings)] = copy
                    done, _ = wait(running, return_when=FIRST_COMPLETED) if running else (set(), None)
                    for future in done:
                        finish(self._finished(running.pop(future), future))
        finally:
            if running:
                sandbox.stop()
            pool.shutdown(wait=True, cancel_futures=True)
        return sorted(results, key=lambda result: result.student)

    def _begun(self, student: str) -> "_Copy | Result":
        """Return the sanitized copy, or its result if it has one already or is refused."""
        try:
            return self.resumed(student) or self.sanitize(student)
        except Refused as refusal:
            return self._refused(student, str(refusal))
        except Exception as error:  # whatever a copy breaks, the others go on
            return self._refused(student, f"le fichier ne peut pas être lu ({type(error).__name__})")

    def _refused(self, student: str, reason: str) -> Result:
        try:
            return self.refuse(student, reason)
        except Exception as error:
            return Result(student, REFUSED, anomalies=[reason, f"le carnet de notes a refusé cette copie ({type(error).__name__})"])

    def _finished(self, copy: _Copy, future: Future) -> Result:
        try:
            return self.record(copy, future.result())
        except execution.HostileResult as refusal:
            return self._refused(copy.student, str(refusal))
        except Exception as error:  # whatever a copy breaks, the others go on; without a note, the next run grades it
            return Result(copy.student, REFUSED, anomalies=[f"la notation a échoué ({type(error).__name__} : {str(error)[:300]})"])

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        """Keep a second grading out of this course: the gradebook has one writer."""
        import fcntl

        path = self._note("x").parent.parent / "verrou"
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise GradingError("Une autre notation de ce cours est en cours : attendez qu'elle finisse, ou arrêtez-la.") from None
            yield

    def report(self, results: list[Result], isolation: str, seconds: float) -> Path:
        """Write the JSON report of a run and return its path."""
        path = Path(self.coursedir.format_path(self.coursedir.autograded_directory, ".", "."), f"rapport-{self.lab}.json")
        copies = {result.student: {
            "etudiant": result.student, "etat": result.state, "points_automatiques": result.points, "sur": result.maximum,
            "anomalies": result.anomalies, "secondes": result.seconds, "reprise": result.resumed} for result in results}
        if self.coursedir.student_id != "*":  # one copy more or again: the others stay in the report
            with contextlib.suppress(OSError, ValueError, KeyError):
                copies = {**{copy["etudiant"]: copy for copy in json.loads(path.read_text("utf-8"))["copies"]}, **copies}
        files.write_json(path, {
            "tp": self.lab, "date": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "isolation": isolation,
            "entrainement": "complet" if self.full_training else f"réduit à {training.USUAL_BUDGET} lots d'images par appel de fit",
            "copies_a_la_fois": self.workers, "secondes": round(seconds, 1),
            "etats": {state: sum(copy["etat"] == state for copy in copies.values()) for state in (GRADED, PARTLY, SUSPECT, REFUSED)},
            "copies": [copies[student] for student in sorted(copies)]})
        return path


def _by_reason(reasons: dict[str, str]) -> list[str]:
    """Return a sentence per reason, with the cells it holds for."""
    return [f"{', '.join(name for name in reasons if reasons[name] == reason)} : {reason}" for reason in dict.fromkeys(reasons.values())]
