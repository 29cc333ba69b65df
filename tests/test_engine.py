"""The grading engine: every copy accounted for, judges controlled, runs stopped and taken up again."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import types

import nbformat
import psutil
import pytest

from atelier import copies, courses, display, execution, genuine, grading, notation, training, witness
from conftest import LAB, class_of, grade_id

NOTER = [sys.executable, "-m", "atelier.app", "noter", LAB]


def report(course):
    """The JSON report of a course, by student."""
    content = json.loads((course / "autograded" / f"rapport-{LAB}.json").read_text("utf-8"))
    return content, {copy["etudiant"]: copy for copy in content["copies"]}


@pytest.fixture(scope="module")
def told(graded):
    """The report of the first run, kept before other tests run the command again."""
    return report(graded[0])


# --- Every copy is accounted for ---------------------------------------------------------------------------------------


def test_every_hand_in_is_in_the_report(graded, told):
    assert set(told[1]) == {folder.name for folder in (graded[0] / "submitted").iterdir()}
    assert sum(told[0]["etats"].values()) == len(told[1])


def test_the_report_says_how_it_was_graded(told):
    assert told[0]["isolation"].startswith("bac à sable") and f"{training.USUAL_BUDGET} lots" in told[0]["entrainement"]


def test_the_status_tells_that_there_are_anomalies(graded):
    assert graded[2] == display.ANOMALIES


@pytest.mark.parametrize("student, reason", [
    ("json-coupe", "lisible"), ("json-autre", "lisible"), ("vide", "lisible"), ("sans-notebook", "aucun notebook"),
    ("plusieurs", "plusieurs notebooks"), ("trop-gros", "volumineux"), ("cellules-etranges", "structure"),
    ("lien", "lien"), ("trop-de-cellules", "cellules"),
])
def test_what_cannot_be_graded_is_refused_with_its_reason_and_kept(graded, told, student, reason):
    course = graded[0]
    copy = told[1][student]
    assert copy["etat"] == grading.REFUSED and copy["points_automatiques"] is None
    assert reason in " ".join(copy["anomalies"])
    assert list((course / "submitted" / student / LAB).iterdir())
    assert not (course / "autograded" / student).exists()
    with courses.gradebook(course) as book:  # never a silent 0
        assert all(grade.needs_manual_grade for grade in book.find_submission_notebook(LAB, LAB, student).grades)


def test_a_renamed_notebook_is_found(told):
    copy = told[1]["renomme"]
    assert copy["points_automatiques"] == 19 and "renommé" in copy["anomalies"][0]


def test_duplicated_cells_are_joined_and_told(told):
    assert told[1]["en-double"]["points_automatiques"] == 0 and "en double" in told[1]["en-double"]["anomalies"][0]


@pytest.mark.parametrize("student, cells", [
    ("triche-arrete-le-noyau", ["taille-flatten", "test-construire-cnn"]), ("triche-boucle-sans-fin", ["temps"]),
    ("triche-sortie-enorme", ["Mio"]), ("triche-memoire-et-processus", ["mémoire", "processus"]),
])
def test_what_stops_its_kernel_is_graded_in_part(told, student, cells):
    copy = told[1][student]
    assert copy["etat"] == grading.PARTLY and all(cell in " ".join(copy["anomalies"]) for cell in cells)


# --- Witness cells -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", class_of(LAB), ids=lambda example: example.name)
def test_the_report_says_whose_judge_was_tampered_with(told, example):
    assert (told[1][example.name]["etat"] == grading.SUSPECT) == bool(example.suspect)


def test_a_graded_copy_shows_the_figures_of_its_answers(graded):
    notebook = courses.graded(graded[0], LAB, copies.SOLUTION)
    drawn = {grade_id(cell) for cell in notebook.cells for output in cell.get("outputs", []) if "image/png" in output.get("data", {})}
    assert {"grille-test", "courbes"} <= drawn


def test_every_hidden_test_has_witnesses(source):
    tests = [cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code"]
    assert tests and all(witness.split(cell.source) for cell in tests)


def test_the_order_and_the_stamp_depend_on_the_secret():
    orders = {tuple(witness.order(str(secret), "test-x")) for secret in range(40)}
    assert len(orders) == 2
    assert len({witness.stamp(secret, name, text) for secret in "ab" for name in "tu" for text in "vw"}) == 8


def outputs(failing=(witness.FALSE,), secret="s", name="t"):
    """The outputs of a test in which these failed."""
    said = {role: ["AssertionError", f"non : {role}"] if role in failing else None
            for role in (witness.VISIBLE, witness.GENUINE, witness.REAL, witness.FALSE)}
    text = json.dumps(said)
    return [nbformat.v4.new_output("display_data", {witness.PROOF: f"{witness.stamp(secret, name, text)} {text}"})]


def test_verdicts():
    assert witness.verdict("s", "t", outputs()) == ([], "")
    shown, reason = witness.verdict("s", "t", outputs([witness.FALSE, witness.REAL]))
    assert shown[0].evalue == "non : réponse" and not reason
    assert witness.verdict("s", "t", outputs([witness.FALSE, witness.VISIBLE, witness.REAL]))[0][0].evalue == "non : visible"


def changed(said):
    """A test that failed, which the copy tries to turn into one that passed."""
    output, = outputs([witness.FALSE, witness.REAL])
    output.data[witness.PROOF] = output.data[witness.PROOF].replace("non", said)
    return [output]


@pytest.mark.parametrize("said", [
    [], [witness.error("non")], outputs([]), outputs([witness.FALSE, witness.GENUINE]), outputs(secret="autre"), outputs(name="autre"), changed("oui"),
    [nbformat.v4.new_output("display_data", {witness.PROOF: ["é"]})],
], ids=["nothing", "an error", "accepts anything", "a replaced library", "another run's", "another test's", "a changed text", "no text"])
def test_tampered_verdicts(said):
    shown, reason = witness.verdict("s", "t", said)
    assert reason and shown[0].evalue == witness.SUSPECT


def test_an_answer_that_is_right_once_falsified_is_wrong_and_not_suspect():
    """320 asked, 319 given: the false twin judges 320 and passes."""
    shown, reason = witness.verdict("s", "t", outputs([witness.REAL]))
    assert shown[0].evalue == "non : réponse" and not reason


def test_objects_of_the_copys_own_classes_do_not_reach_the_judge():
    import numpy as np
    everything = type("Tout", (), {"__eq__": lambda *_: True, "__hash__": lambda *_: 0, "__module__": "__main__"})
    likeness = type("Type", (type,), {"__eq__": lambda *_: True, "__hash__": lambda *_: hash(int)})("Tout", (everything,), {})
    for value in (everything(), [everything()], {"loss": everything()}, {everything(): 1}, np.array([everything()]), likeness()):
        with pytest.raises(AssertionError, match="objet"):
            genuine.plain(value)


HIDING = {
    "a method": "class Mine(Figure):\n def get_axes(self): return [1]",
    "a method of the object": "class Mine(Figure): pass\nmine = Mine()\nmine.get_axes = lambda: [1]",
    "every attribute": "class Mine(Figure):\n def __getattribute__(self, name): return object.__getattribute__(self, name)",
    "its dictionary": "class Mine(Figure): __dict__ = property(lambda self: {})\nmine = Mine()\nmine.get_axes = lambda: [1]",
    "a dictionary that lies": "class Lies(dict):\n get = lambda *_: None\nmine = Figure()\nmine.__dict__ = Lies(vars(mine), get_axes=lambda: [1])",
    "its bases": "class Meta(type): __mro__ = property(lambda self: Figure.__mro__)\nclass Mine(Figure, metaclass=Meta):\n def get_axes(self): return [1]",
    "its namespace": "class Meta(type): __dict__ = property(lambda self: {})\nclass Mine(Figure, metaclass=Meta):\n def get_axes(self): return [1]",
    "a stranger among its artists": "class Mine: findobj = lambda *_, **__: []; get_ydata = lambda *_: [1]\nmine = Figure()\nmine.lines.append(Mine())",
    "its likeness": "class Meta(type):\n __hash__ = lambda self: hash(Figure)\n __eq__ = lambda *_: True\n"
                    "class Mine(Figure, metaclass=Meta):\n def get_axes(self): return [1]",
}


@pytest.mark.parametrize("code", HIDING.values(), ids=HIDING)
def test_a_figure_that_hides_what_it_redefines_does_not_reach_the_judge(monkeypatch, code):
    from matplotlib.figure import Figure
    monkeypatch.setattr(genuine, "_library", {id(kind): kind for each in Figure().findobj() for kind in type(each).__mro__})
    assert genuine.plain(Figure()) and genuine.plain(type("Mixed", (type("Mine", (), {}), Figure), {})())
    names = {"Figure": Figure}
    exec(code, names)
    with pytest.raises(AssertionError, match="redéfinit"):
        genuine.plain(names["mine"] if "mine" in names else names["Mine"]())


def test_plain_values_keep_nothing_of_a_subclass():
    import numpy as np
    for base, value in [(int, 5), (float, 1.5), (str, "a"), (list, [1]), (tuple, (1,)), (dict, {1: 2})]:
        mine = type("Mien", (base,), {"__eq__": lambda *_: True, "__hash__": None})(value)
        assert type(genuine.plain(mine)) is base and genuine.plain(mine) == value
    assert type(genuine.plain(np.ones(2).view(type("Mien", (np.ndarray,), {})))) is np.ndarray
    assert type(genuine.plain(lambda: type("Mien", (int,), {})(5))()) is int


def test_a_judge_is_sealed_with_the_secret():
    sealed = witness.seal("secret", "t", "def _juger(x): ... # été")
    assert "juger" not in sealed and witness.unseal("secret", "t", sealed) == "def _juger(x): ... # été"


def test_an_answer_that_cannot_be_read_is_said_in_french():
    def answers():
        raise SystemExit

    with pytest.raises(AssertionError, match="La lecture de votre réponse s'arrête sur une erreur .SystemExit."):
        witness.read(answers)


TOY = """
class Parent:
    def draw(self): return 1
    @property
    def size(self): return 2
class Child(Parent):
    pass
class Other(Parent):
    pass
def measure(*, unit="cm"): return 3
"""
SPOILED = {
    "measure": "measure = lambda: 4", "its code": "measure.__code__ = (lambda: 4).__code__", "its default": "measure.__defaults__ = (1,)",
    "its named default": "object.__setattr__(measure, '__kwdefaults__', {'k': 1})", "its named default, in place": "measure.__kwdefaults__['unit'] = 'm'",
    "Child's ancestors": "Child.__bases__ = (Other,)", "a module that it holds": "inside = None", "Parent.size": "Parent.size = property(lambda self: 5)",
    "Parent.draw": "Parent.draw = lambda self: 6", "an attribute that hides an inherited one": "Child.draw = lambda self: 7",
}


@pytest.mark.parametrize("change", SPOILED.values(), ids=SPOILED)
def test_what_is_replaced_in_a_library_is_found_out(monkeypatch, change):
    toy = types.ModuleType("jouet")
    exec(TOY, vars(toy))
    toy.inside = types.ModuleType("jouet.inside")
    for kind in (toy.Parent, toy.Child, toy.Other):
        kind.__module__ = "jouet"
    monkeypatch.setitem(sys.modules, "jouet", toy)
    for name, value in {
            "WATCHED": ("jouet",), "WATCHED_ALONE": (), "_held": [], "_codes": {}, "_rewritten": set(), "_cells": [], "_classes": {}, "_library": {}}.items():
        monkeypatch.setattr(genuine, name, value)
    genuine.remember()
    assert genuine.replaced() is None
    exec(change, vars(toy))
    assert genuine.replaced().startswith("jouet")


def test_what_comes_back_is_hostile_data(source):
    """Whatever the result holds, the trusted copy keeps its cells; what is not this notebook executed is refused."""
    executed = nbformat.from_dict(source.copy())
    executed.metadata["atelier"] = {"stopped": {}, "suspect": {}, "seconds": 1.0, "peak": 1}
    forged = nbformat.reads(nbformat.writes(executed), as_version=4)
    for cell in forged.cells:
        cell.source, cell.metadata = "pirate", {"nbgrader": {"points": 100}}
    trusted = nbformat.reads(nbformat.writes(source), as_version=4)
    execution.merge(trusted, nbformat.writes(forged).encode())
    assert [(cell.source, cell.metadata) for cell in trusted.cells] == [(cell.source, cell.metadata) for cell in source.cells]
    for bad in [b"", b"{}", b"\x80\x04", nbformat.writes(source).encode(), b" " * (execution.RESULT_BYTES + 1)]:
        with pytest.raises(execution.HostileResult):
            execution.merge(trusted, bad)
    del forged.cells[0]
    with pytest.raises(execution.HostileResult):
        execution.merge(trusted, nbformat.writes(forged).encode())


# --- Stopping, taking up again -----------------------------------------------------------------------------------------


def small_course(graded, tmp_path, students):
    """A course of its own with some of the copies of the graded class, none graded."""
    course = tmp_path / "cours"
    notation.prepare(course, LAB, [example for example in graded[1] if example.name in students])
    if notation.BLANK not in students:
        shutil.rmtree(course / "submitted" / notation.BLANK)
    return course


def scores(course):
    """For each submission in the gradebook, the scores of its automatic tests."""
    with sqlite3.connect(course / "gradebook.db") as book:
        rows = book.execute(
            "select sa.student_id, gc.name, g.auto_score from grade g join submitted_notebook sn on g.notebook_id = sn.id join submitted_assignment sa "
            "on sn.assignment_id = sa.id join base_cell gc on g.cell_id = gc.id where gc.name like 'test-%'").fetchall()
    return {student: [row[2] for row in rows if row[0] == student] for student in {row[0] for row in rows}}


@pytest.mark.parametrize("number, status", [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, display.INTERRUPTED)])
def test_a_stopped_run_loses_nothing_and_is_taken_up_again(graded, tmp_path, number, status):
    students = ["vierge", "triche-transformateur-de-cellules", "triche-numpy-detourne"]
    course = small_course(graded, tmp_path, students)
    run = subprocess.Popen(
        [*NOTER, "--copies=1"], cwd=course, stdout=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # a shell's background job ignores Ctrl-C, and so would its children
    for line in run.stdout:
        if "triche-transformateur" in line and "vérifier" in line:
            break
    time.sleep(1)
    family = psutil.Process(run.pid).children(recursive=True)  # bubblewrap, the warm process, a kernel
    run.send_signal(number)
    run.stdout.read()
    assert run.wait(30) == status
    assert family and psutil.wait_procs(family, timeout=10)[1] == []
    recorded = scores(course)
    assert "triche-transformateur-de-cellules" in recorded
    assert all(None not in points for points in recorded.values())
    again = subprocess.run(NOTER, cwd=course, stdout=subprocess.PIPE, text=True)
    assert again.returncode == display.ANOMALIES and ("1 déjà notée" in again.stdout or "2 déjà notée" in again.stdout)
    assert {student: sum(points) for student, points in scores(course).items()} == dict.fromkeys(students, 0)


def test_what_is_recorded_is_not_graded_again_unless_it_changed(graded):
    course = graded[0]
    before = scores(course)
    done = subprocess.run(NOTER, cwd=course, stdout=subprocess.PIPE, text=True)
    copies_told = report(course)[1]
    assert all(copy["reprise"] for copy in copies_told.values() if copy["etat"] != grading.REFUSED), done.stdout
    assert scores(course) == before
    path = course / "submitted" / "triche-transformateur-de-cellules" / LAB / f"{LAB}.ipynb"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    subprocess.run([*NOTER], cwd=course, stdout=subprocess.DEVNULL)
    assert [student for student, copy in report(course)[1].items() if copy["etat"] != grading.REFUSED and not copy["reprise"]] == [
        "triche-transformateur-de-cellules"]


def test_a_recorded_grade_survives_an_unreadable_new_hand_in(graded):
    course = graded[0]
    path = course / "submitted" / "en-double" / LAB / f"{LAB}.ipynb"
    before = scores(course)["en-double"]
    path.write_text("{", "utf-8")
    done = subprocess.run([*NOTER, "--student=en-double"], cwd=course, stdout=subprocess.PIPE, text=True)
    assert done.returncode == display.ANOMALIES and "non corrigeable" in done.stdout
    assert scores(course)["en-double"] == before and (course / "autograded" / "en-double" / LAB / f"{LAB}.ipynb").exists()


# --- The command and nbgrader's own ------------------------------------------------------------------------------------


def test_nbgrader_autograde_uses_the_same_sandbox(graded):
    """The stock command judges with the same walls and witnesses."""
    course, student = graded[0], "triche-transformateur-de-cellules"
    courses.nbgrader(course, "autograde", LAB, "--student", student, "--force")
    with courses.gradebook(course) as book:
        grades = [grade for grade in book.find_submission_notebook(LAB, LAB, student).grades if grade.cell_type == "code"]
        assert all(grade.auto_score == 0 and grade.needs_manual_grade for grade in grades)
    notebook = nbformat.read(course / "autograded" / student / LAB / f"{LAB}.ipynb", as_version=4)
    cell = next(cell for cell in notebook.cells if grade_id(cell) == "test-preparer")
    assert cell.outputs[0].evalue == witness.SUSPECT


def test_the_kernel_serves_any_client(tmp_path):
    """A plain nbconvert, with the kernelspec alone."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("import os; print(os.getpid(), os.listdir('/home') if os.path.exists('/home') else [])")])
    nbformat.write(notebook, tmp_path / "essai.ipynb")
    subprocess.run([sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--inplace",
                    "--ExecutePreprocessor.kernel_name=atelier", "essai.ipynb"], cwd=tmp_path, check=True, capture_output=True)
    assert nbformat.read(tmp_path / "essai.ipynb", as_version=4).cells[0].outputs[0].text.startswith("1 []")


def test_without_isolation_it_works_and_says_so(graded):
    course = graded[0]
    done = subprocess.run([*NOTER, "--sans-isolation", "--force", "--student=triche-transformateur-de-cellules"], cwd=course,
                          stdout=subprocess.PIPE, text=True)
    assert done.returncode == display.ANOMALIES and "AUCUNE" in done.stdout
    assert report(course)[0]["isolation"].startswith("AUCUNE")


@pytest.mark.parametrize("arguments, said", [
    ([], "Donnez le nom d'un TP"), (["inconnu"], "generate_assignment"), ([LAB, "--student=personne"], "Aucune copie de « personne »"),
])
def test_mistakes_get_a_french_sentence(graded, arguments, said):
    done = subprocess.run([sys.executable, "-m", "atelier.app", "noter", *arguments], cwd=graded[0], text=True, capture_output=True)
    assert done.returncode == display.FAILED and said in done.stderr and "Traceback" not in done.stderr


def test_help_is_in_french(graded):
    done = subprocess.run([sys.executable, "-m", "atelier.app", "noter", "--help"], cwd=graded[0], text=True, capture_output=True)
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("--student", "--force", "--sans-isolation", "État de sortie"))
    assert "The options below" not in done.stdout


def test_two_gradings_of_one_course_do_not_mix(graded):
    import fcntl
    with open(graded[0] / "autograded" / ".atelier" / "verrou", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run([*NOTER, "--force", "--student=vierge"], cwd=graded[0], text=True, capture_output=True)
    assert done.returncode == display.FAILED and "Une autre notation" in done.stderr


def test_no_folder_of_a_dead_run_is_left(graded):
    """Those of the killed run were swept by the next ones."""
    owners = [name.split("-")[1] for name in os.listdir(tempfile.gettempdir()) if name.startswith("atelier-")]
    assert not [owner for owner in owners if not psutil.pid_exists(int(owner))]
