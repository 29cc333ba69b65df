"""Configuration de nbgrader pour ce cours ; les commandes habituelles la lisent seules."""

import os
import sys
from pathlib import Path

import nbgrader.preprocessors
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import GetGrades

sys.path.append(str(Path(__file__).parent))  # trouve atelier même dans un environnement où il n'est pas installé
from atelier import preprocessors  # noqa: E402

# Les listes sont écrites en entier : nbgrader lit ce fichier deux fois, et un ajout (insert, append) y serait fait deux fois.
c = get_config()  # noqa: F821 (fourni par nbgrader)

# nbgrader appelle l'exécutable alembic : on le trouve même si l'environnement n'est pas activé.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

c.CourseDirectory.course_id = "reseaux-de-neurones"

# --- De la source à la version étudiante -----------------------------------------------------------------------------
c.GenerateAssignment.force = True  # release/ se déduit de source/ : la régénérer ne perd rien
c.GenerateAssignment.preprocessors = [*GenerateAssignment.preprocessors.default(), preprocessors.DropAuthoringMetadata]
c.ClearSolutions.code_stub = {"python": "# VOTRE CODE ICI (remplacez « pass »)\npass"}
c.ClearSolutions.text_stub = "VOTRE RÉPONSE ICI (double-cliquez pour écrire)"

# --- Correction ------------------------------------------------------------------------------------------------------
c.RebuildOnRelease.root = os.getcwd()
c.Autograde.sanitize_preprocessors = [preprocessors.RebuildOnRelease, *Autograde.sanitize_preprocessors.default()]
# Ni une seconde vérification des métadonnées, un sixième du travail de l'hôte : l'exécution n'apporte que des sorties.
dropped = (nbgrader.preprocessors.Execute, nbgrader.preprocessors.SaveAutoGrades, nbgrader.preprocessors.CheckCellMetadata)
after = [step for step in Autograde.autograde_preprocessors.default() if step not in dropped]
c.Autograde.autograde_preprocessors = [preprocessors.ExecuteInSandbox, preprocessors.KeepErrorsOnly, preprocessors.RecordGrades, *after]

# --- Retour à l'étudiant ---------------------------------------------------------------------------------------------
c.GenerateFeedback.force = True  # après la lecture des réponses écrites, la même commande refait les pages
c.GenerateFeedback.preprocessors = [GetGrades, preprocessors.StudentView]
c.GenerateFeedback.exporter_class = preprocessors.FeedbackExporter  # formgrader garde le sien
c.FeedbackExporter.extra_template_basedirs = [str(Path(preprocessors.__file__).parent / "templates")]
c.FeedbackExporter.template_name = "feedback"
c.FeedbackExporter.sanitize_html = True  # le HTML d'une copie n'exécute rien chez qui lit le retour
