"""``atelier COMMAND``: the commands of instructors, in the habits of nbgrader's own."""

import difflib
import logging
import sys
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from traitlets import Bool, Unicode

from atelier import classroom, collect, courses, display, exporters, grading, moodle, report, sandbox
from atelier.display import ANOMALIES, DONE, FAILED, INTERRUPTED
from atelier.french import count

KNOWN_ERRORS = (grading.GradingError, sandbox.SandboxError, collect.CollectError, exporters.ExportError, moodle.SheetError, courses.CommandFailed)

COURSE_ALIASES = {
    "course-dir": ("CourseDirectory.root", "le dossier du cours (par défaut : le dossier courant)"),
    "log-level": ("Application.log_level", "détail des messages techniques (DEBUG, INFO…)"),
}
GRADING_ALIASES = {
    "copies": ("Grader.workers", "nombre de copies exécutées à la fois (par défaut : une par cœur)"),
    "secondes-cellule": ("Grader.cell_seconds", "temps accordé à une cellule"),
    "secondes-copie": ("Grader.copy_seconds", "temps accordé à une copie"),
}
GRADING_FLAGS = {
    "force": ({"BaseConverter": {"force": True}}, "renoter aussi ce qui est déjà noté et n'a pas changé"),
    "entrainement-complet": ({"Grader": {"full_training": True}}, "entraîner les modèles en entier (environ vingt fois plus long)"),
    "sans-isolation": ({"Grader": {"isolated": False}}, "DANGER : exécuter les copies avec tous vos droits, sans bac à sable"),
}
STATUS = "État de sortie : 0, tout est fait ; 3, terminé avec des anomalies à regarder ; 1, échec ; 130, interrompu."


class CourseApp(NbGrader):
    """A command on one assignment of a course; its first argument names the assignment."""

    usage = ""
    aliases = COURSE_ALIASES
    flags: dict = {}

    def _log_level_default(self) -> int:
        return logging.ERROR  # what matters is printed or in a report; nbgrader's checksum warnings are normal here

    def emit_help(self, classes: bool = False):
        yield self.usage.strip()
        yield "\nOptions"
        for name, (_, text) in {**self.aliases, **self.flags}.items():
            if len(name) == 1:  # a short form
                continue
            option = f"--{name}" + ("=…" if name in self.aliases else "")
            yield f"  {option:24} {text}"
        yield "\nTout réglage de nbgrader_config.py est lu, et --Classe.reglage=valeur le remplace (par exemple --Grader.workers=4)."
        yield STATUS

    def parse_command_line(self, argv=None) -> None:
        """Refuse an option that nobody reads: traitlets takes a mistyped one for a setting, and says nothing."""
        known = [*self.aliases, *self.flags, "help", "help-all", "version", "debug", "generate-config"]
        for option in (argument[2:].partition("=")[0] for argument in argv or [] if argument.startswith("--")):
            if option not in known and "." not in option:
                near = difflib.get_close_matches(option, known, 1)
                meant = f"Vouliez-vous dire --{near[0]} ? " if near else ""
                self.fail(f"Option inconnue : --{option}. {meant}{self.name.replace('-', ' ')} --help les donne toutes.")
        super().parse_command_line(argv)

    @property
    def course(self) -> Path:
        return Path(self.coursedir.root)

    @property
    def lab(self) -> str:
        return self.coursedir.assignment_id

    def start(self) -> None:
        super().start()
        self.read_arguments(list(self.extra_args))
        try:
            sys.exit(self.run())
        except KNOWN_ERRORS as error:
            self.fail(str(error))
        except KeyboardInterrupt:
            print("\nInterrompu : relancez la même commande pour finir.")
            sys.exit(INTERRUPTED)

    def read_arguments(self, arguments: list[str]) -> None:
        """Take the assignment from the command line; the sentence of a missing one says how to write the command."""
        if len(arguments) + bool(self.lab) != 1:
            self.fail(f"Donnez le nom d'un TP, par exemple : {self.name.replace('-', ' ')} cnn_mnist")
        self.coursedir.assignment_id = self.lab or arguments[0]

    def run(self) -> int:
        """Do it and return the exit status."""
        raise NotImplementedError

    def fail(self, message: str) -> None:
        print(message, file=sys.stderr)
        sys.exit(FAILED)


class NoterApp(CourseApp):
    """Grade the copies of an assignment."""

    name = "atelier-noter"
    usage = """
Noter les copies d'un TP : chacune dans un bac à sable, plusieurs à la fois.

  atelier noter TP [options]

Les copies sont lues dans submitted/<identifiant>/<TP>/, les notes écrites dans le carnet de nbgrader (gradebook.db), les
notebooks notés dans autograded/, et le compte rendu dans autograded/rapport-<TP>.json. Une copie déjà notée n'est pas renotée,
sauf si elle ou le TP a changé : après une interruption, relancez la même commande. Ensuite : atelier rendre TP."""
    aliases = {
        "student": ("CourseDirectory.student_id", "ne noter que cette copie (identifiant de l'étudiant)"),
        "assignment": ("CourseDirectory.assignment_id", "le TP à noter, si ce n'est pas l'argument"),
        "db": ("CourseDirectory.db_url", "l'adresse du carnet de notes (par défaut : gradebook.db du cours)"),
        **GRADING_ALIASES, **COURSE_ALIASES,
    }
    flags = {**GRADING_FLAGS, "f": GRADING_FLAGS["force"]}
    classes = [grading.Grader]

    def run(self) -> int:
        return display.grade(grading.Grader(coursedir=self.coursedir, parent=self))


class ImporterApp(CourseApp):
    """Collect the copies of an assignment from Moodle's archive."""

    name = "atelier-importer"
    usage = """
Ranger dans le cours les copies d'une archive de Moodle (« Télécharger tous les travaux remis »).

  atelier importer TP ARCHIVE [--feuille=FEUILLE] [options]

Les copies vont dans submitted/<numéro de participant>/<TP>/, les étudiants dans le carnet de notes, et ce qui vient de Moodle dans
moodle/<TP>/. Une archive plus récente met à jour ce qui a changé et garde les anciennes copies dans moodle/<TP>/anciennes/."""
    sheet = Unicode("", help="Feuille de notes téléchargée de Moodle.").tag(config=True)
    aliases = {"feuille": ("ImporterApp.sheet", "la feuille d'évaluation téléchargée de Moodle (CSV) : noms, adresses, notes à remplir"), **COURSE_ALIASES}

    archive = ""

    def read_arguments(self, arguments: list[str]) -> None:
        if len(arguments) != 2:
            self.fail("Donnez le nom du TP, l'archive, puis la feuille après --feuille=, par exemple :\n"
                      f"{self.name.replace('-', ' ')} cnn_mnist travaux.zip --feuille=notes.csv")
        super().read_arguments(arguments[:1])
        self.archive = arguments[1]

    def run(self) -> int:
        return self.collect()

    def collect(self) -> int:
        """Collect the archive, print what became of each hand-in and return the exit status."""
        arrivals = collect.collect(self.course, self.lab, Path(self.archive), Path(self.sheet) if self.sheet else None)
        print("\n".join(collect.table(arrivals)))
        return ANOMALIES if any(arrival.state == collect.TO_SEE for arrival in arrivals) else DONE


class RendreApp(CourseApp):
    """Give back a graded assignment: feedback pages, files for Moodle, class report."""

    name = "atelier-rendre"
    usage = """
Préparer ce qui se rend aux étudiants et ce que lit l'enseignant, une fois les copies notées.

  atelier rendre TP [options]

Les pages de retour vont dans feedback/ ; l'archive de ces pages et la feuille de notes à déposer dans Moodle, dans moodle/<TP>/rendu/,
avec le rapport de la classe. Une copie qui attend un humain garde une note vide. Après avoir noté les réponses écrites dans formgrader,
relancez la même commande."""

    def run(self) -> int:
        return give_back(self)


class ClasseApp(ImporterApp):
    """The whole loop: collect, grade, give back."""

    name = "atelier-classe"
    usage = """
Faire tout le chemin, de l'archive de Moodle aux fichiers à y déposer : importer, noter, rendre.

  atelier classe TP ARCHIVE [--feuille=FEUILLE] [options]
  atelier classe TP                       (sans archive : noter et rendre ce qui est déjà importé)

Interrompue, la même commande reprend où elle en était. Après avoir noté les réponses écrites dans formgrader, relancez-la."""
    aliases = {**ImporterApp.aliases, **GRADING_ALIASES}
    flags = GRADING_FLAGS
    classes = [grading.Grader]

    def read_arguments(self, arguments: list[str]) -> None:
        if len(arguments) == 1:
            CourseApp.read_arguments(self, arguments)
        else:
            super().read_arguments(arguments)

    def run(self) -> int:
        classroom.declare(self.course, self.lab)
        statuses = [self.collect()] if self.archive else []
        print()
        statuses.append(display.grade(grading.Grader(coursedir=self.coursedir, parent=self)))
        if INTERRUPTED in statuses:
            return INTERRUPTED
        print()
        return max(*statuses, give_back(self))


class EffacerApp(CourseApp):
    """Erase all that is kept of a class for an assignment."""

    name = "atelier-effacer"
    usage = """
Effacer tout ce que le cours garde d'une classe pour un TP : copies, notes, retours, fichiers de Moodle.

  atelier effacer TP --oui

Sans --oui, la commande dit seulement ce qu'elle effacerait. Les étudiants qui n'ont rien d'autre dans le carnet de notes en sont retirés."""
    confirmed = Bool(False, help="Effacer vraiment.").tag(config=True)
    flags = {"oui": ({"EffacerApp": {"confirmed": True}}, "effacer vraiment, sans retour possible")}

    def run(self) -> int:
        print("\n".join(classroom.erase(self.course, self.lab, really=self.confirmed)))
        return DONE


def give_back(command: CourseApp) -> int:
    """Write the feedback pages that are missing or out of date, what goes back to Moodle and the class report; return the exit status."""
    pages = classroom.refresh_feedback(command)
    print(f"{count(pages, 'page de retour écrite', 'pages de retour écrites')} dans feedback/.")
    left = {}
    if collect.handed_in(command.course, command.lab):
        done = exporters.hand_back(command.course, command.lab)
        left = done.left
        print("\n".join(exporters.summary(done)))
    print(f"Rapport de la classe : {report.write(command.course, command.lab)}")
    if left:
        print("\nEnsuite : lisez le rapport, notez dans formgrader ce qui attend, relancez la même commande, puis déposez les fichiers dans Moodle.")
    return ANOMALIES if left else DONE


COMMANDS = {
    "importer": (ImporterApp, "ranger les copies d'une archive de Moodle"),
    "noter": (NoterApp, "noter les copies"),
    "rendre": (RendreApp, "préparer les retours, les fichiers pour Moodle et le rapport"),
    "classe": (ClasseApp, "les trois à la suite"),
    "effacer": (EffacerApp, "effacer les données d'une classe"),
}


def main() -> None:
    """Run ``atelier COMMAND``."""
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        lines = [f"  atelier {name:10} {text}" for name, (_, text) in COMMANDS.items()]
        if sys.argv[1:] and not sys.argv[1].startswith("-"):
            print(f"Commande inconnue : {sys.argv[1]}\n")
        print("\n".join(["Les commandes de l'enseignant (atelier COMMANDE --help pour le détail) :", *lines]))
        sys.exit(DONE if sys.argv[1:] in (["--help"], ["-h"]) else FAILED)
    COMMANDS[sys.argv[1]][0].launch_instance(sys.argv[2:])


if __name__ == "__main__":
    main()
