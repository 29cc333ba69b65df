"""Witness cells: control the judge of each hidden test on every copy, in the kernel of that copy.

A test cell whose hidden part ends with ``_juger(answers)`` is replaced, at grading, by its visible checks and three
cells alike but for their number. In an order drawn from a secret for each test, one judges the copy's answers, one
(the twin that must fail) judges the same answers falsified, and one (the twin that must pass) checks that what tests
rely on in the libraries is what the process started with (``genuine.py``). What passes says so
with a proof that depends on the secret. So a judge that was emptied, silenced or persuaded (a transformer of cells, a
``numpy.array_equal`` that is always true, a replaced ``load_data``, an ``exit()`` that skips the cells) is found out: the
test scores 0 and the copy is « à vérifier ».

Besides, the judge is compiled from the trusted text in a namespace of its own, where names that the copy shadowed have no
effect; its text is sealed until it is played; and it receives plain values.

What this cannot catch: code written against this module, that reads the secret in the process's memory or runs in a thread
while a judge does; an answer that is right because the copy computed it from what a test does; a library object whose
state (not code) was changed, or a library that is not watched.
"""

import ast
import builtins
import hashlib
import hmac
import json
import random
import sys

import nbformat

from atelier import genuine

SECRET = "ATELIER_TEMOINS"  # environment variable of a kernel
PROOF = "application/vnd.atelier.preuve"
REAL, FALSE, GENUINE = "réponse", "témoin faux", "témoin juste"
JUDGE = "_juger"
LARGE = 100_000  # values

# --- In the kernel -----------------------------------------------------------------------------------------------------

_secret = ""


def arm(secret: str) -> None:
    """Give this kernel the secret of its run."""
    global _secret
    _secret = secret
    genuine.refuse_spies()


def roles(secret: str, name: str) -> list[str]:
    """Return the role of each of the three cells of a test."""
    order = [REAL, FALSE, GENUINE]
    random.Random(hmac.digest(secret.encode(), name.encode(), "sha256")).shuffle(order)
    return order


def proof(secret: str, name: str, number: int) -> str:
    """Return what a cell says when it passes."""
    return hmac.new(secret.encode(), f"{name}/{number}".encode(), hashlib.sha256).hexdigest()


class FalseModel:
    """Stands for a model that has learnt nothing: the same score for every class, no layer, no loss."""

    weights: list = []
    layers: list = []

    def __init__(self, classes: int = 10):
        self.classes = classes

    def __call__(self, images, **options):
        import numpy as np

        return np.zeros((len(images), self.classes), "float32")

    predict = __call__

    def get_weights(self) -> list:
        return []


def falsified(value):
    """Return a value that no test may accept in the place of this one."""
    import numpy as np

    figure, keras = sys.modules.get("matplotlib.figure"), sys.modules.get("keras")
    if isinstance(value, (bool, np.bool_)):
        return not value
    if isinstance(value, (int, float, np.number)):
        return value + 1
    if isinstance(value, np.ndarray):
        if value.size > LARGE:
            return value[::-1]
        return value + 1 if value.dtype.kind in "iufc" else np.zeros_like(value, dtype=float)
    if isinstance(value, (list, tuple)):
        return type(value)(falsified(each) for each in value)
    if isinstance(value, dict):
        return {key: falsified(each) for key, each in value.items()}
    if keras and isinstance(value, keras.Model):
        return FalseModel()
    if figure and isinstance(value, figure.Figure):
        return figure.Figure()
    return (lambda *_, **__: FalseModel()) if callable(value) else None


def _mask(secret: str, name: str, content: bytes) -> bytes:
    """Return bytes mixed with a stream that depends on the secret; mixed twice, they are themselves."""
    return bytes(a ^ b for a, b in zip(content, hashlib.shake_256(f"{secret}/{name}".encode()).digest(len(content))))


def seal(secret: str, name: str, text: str) -> str:
    """Return the text of a judge such that only who knows the secret can read it, since the copy sees the cells that come."""
    return _mask(secret, name, text.encode()).hex()


def unseal(secret: str, name: str, sealed: str) -> str:
    """Return the text that ``seal`` sealed."""
    return _mask(secret, name, bytes.fromhex(sealed)).decode()


def check(source: str) -> None:
    """Play the visible checks of a test, out of reach of IPython's transformers and of names that shadow Python's own."""
    from IPython.core.interactiveshell import InteractiveShell

    names = InteractiveShell.instance().user_ns
    apart = {key: value for key, value in names.items() if not hasattr(builtins, key)}
    try:
        exec(compile(source, "<vérification>", "exec"), apart)
    finally:  # the next cells may use what these checks import
        apart.pop("__builtins__", None)
        names.update(apart)


def judge(source: str, values) -> None:
    """Compile a judge from its text, out of reach of the copy's names, and let it judge; raise what it raises."""
    namespace = {"__name__": "juge", "__builtins__": builtins}
    exec(compile(source, "<juge>", "exec"), namespace)
    namespace[JUDGE](*values)


def read(answers) -> list:
    """Return the answers as plain values; raise AssertionError if they are not values, or cannot be read."""
    try:
        return [genuine.plain(value) for value in answers()]
    except AssertionError:
        raise
    except BaseException as error:  # an object of the copy may raise anything
        raise AssertionError(
            f"La lecture de votre réponse s'arrête sur une erreur ({type(error).__name__}) : donnez un nombre ou un tableau ordinaire.") from None


def run(name: str, number: int, sealed: str, answers) -> None:
    """Play one of the three cells of a test; ``answers()`` gives the arguments of the judge. Raise what the judge raises."""
    genuine.stop_tracing()
    role = roles(_secret, name)[number]
    values = [] if role == GENUINE else read(answers)
    genuine.stop_tracing()  # reading an answer may run code of the copy
    if role != FALSE:
        genuine.control()
    if role != GENUINE:
        judge(unseal(_secret, name, sealed), map(falsified, values) if role == FALSE else values)
    if role == REAL:
        genuine.control()
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.instance().display_pub.publish({PROOF: proof(_secret, name, number)})


def try_all(name: str, judges: list[str], answers) -> None:
    """Print, as one line of JSON, a test and what each of some judges says of the answers: None if it accepts them (``mutation``)."""
    values, said = read(answers), []
    for source in judges:
        try:
            judge(source, values)
            said.append(None)
        except Exception as failure:
            said.append(f"{type(failure).__name__} : {failure}")
    print(json.dumps([name, said]))


# --- Around the kernel -------------------------------------------------------------------------------------------------


def split(source: str) -> tuple[str, str, str] | None:
    """Return the visible checks of a test cell, the text of its judge and the arguments; None if it has no judge."""
    tree = ast.parse(source)
    judges = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == JUDGE]
    last = tree.body[-1] if tree.body else None
    call = last.value if isinstance(last, ast.Expr) else None
    if len(judges) != 1 or not isinstance(call, ast.Call) or ast.unparse(call.func) != JUDGE or call.keywords:
        return None
    visible = ast.Module([node for node in tree.body if node not in (judges[0], last)], [])
    return ast.unparse(visible), ast.unparse(judges[0]), "".join(f"{ast.unparse(argument)}, " for argument in call.args)


def expand(notebook: nbformat.NotebookNode, secret: str) -> tuple[nbformat.NotebookNode, list[int]]:
    """Return the notebook to execute, in which each judged test is four cells, and for each cell the index it comes from.

    What comes after the last graded cell cannot change a grade: it is emptied.
    """
    cells, origins = [], []
    graded = [index for index, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade")]
    for index, cell in enumerate(notebook.cells):
        marks = cell.metadata.get("nbgrader", {})
        parts = split(cell.source) if cell.cell_type == "code" and marks.get("grade") and not marks.get("solution") else None
        sources = [cell.source if not graded or index <= graded[-1] else ""]
        if parts:
            visible, judge, arguments = parts
            name, here = marks["grade_id"], "__import__('atelier.witness').witness"
            sealed = seal(secret, name, judge)
            sources = [f"{here}.check({visible!r})"] + [
                f"{here}.run({name!r}, {number}, {sealed!r}, lambda: ({arguments}))" for number in range(3)]
        for source in sources:
            new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
            cells.append(new(source))
            origins.append(index)
    return nbformat.v4.new_notebook(cells=cells), origins


def verdict(secret: str, name: str, visible: list, twins: list[list]) -> tuple[list, str]:
    """Return the outputs of a test cell (none, or the error to show) and, if its judge was tampered with, how that shows.

    ``visible`` holds the outputs of the visible checks, ``twins`` those of the three cells.
    """
    found = {}
    for number, (role, outputs) in enumerate(zip(roles(secret, name), twins)):
        errors = [output for output in outputs if output.output_type == "error"]
        proven = any(output.get("data", {}).get(PROOF) == proof(secret, name, number) for output in outputs)
        found[role] = [_short(errors[-1])] if errors else None if proven else []
    if found[GENUINE] is not None:
        return [error(SUSPECT)], f"le témoin juste n'est pas passé ({_why(found[GENUINE])})"
    if not found[FALSE] and not found[REAL]:  # an answer wrong by one is right once falsified: it has failed anyway
        return [error(SUSPECT)], "le témoin faux n'a pas été refusé : le test accepte n'importe quelle réponse"
    if found[REAL] and found[REAL][-1].evalue.endswith(genuine.REPLACED):
        return [error(SUSPECT)], _why(found[REAL])
    failed = [output for output in visible if output.output_type == "error"]
    if failed:
        return [_short(failed[-1])], ""
    if found[REAL] == []:
        return [error(SUSPECT)], "le test n'a rendu aucun verdict"
    return found[REAL] or [], ""


SUSPECT = "Cette vérification n'a pas pu juger votre réponse : une fonction dont elle se sert a été modifiée. Votre enseignant va regarder."


def error(message: str) -> nbformat.NotebookNode:
    """Return the output of a cell that an error stopped."""
    return nbformat.v4.new_output("error", ename="AssertionError", evalue=message, traceback=[message])


def sentence(failure: nbformat.NotebookNode) -> str:
    """Return what the error of a test says to a student."""
    if failure.ename == "AssertionError" and failure.evalue:
        return failure.evalue
    return f"La vérification s'est arrêtée sur une erreur ({failure.ename}) : {failure.evalue}"


def _short(failure: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return an error without the frames of this module and of the judge: only what it says."""
    return nbformat.v4.new_output("error", ename=failure.ename, evalue=failure.evalue, traceback=[sentence(failure)])


def _why(errors: list) -> str:
    return errors[-1].evalue if errors else "aucune preuve"
