"""Witness cells: control the judge of each hidden test on every copy, in the kernel of that copy.

A test cell whose hidden part ends with ``_juger(answers)`` is replaced, at grading, by one call of ``run``: it plays the
visible checks; then the twin that must pass, which compares what tests rely on in the libraries with what the process
started with (``genuine.py``); then, in an order drawn from a secret for each test, the judge of the copy's answers and the
twin that must fail, the same judge on the same answers falsified. What each said comes out under a stamp that depends on the
secret. So a judge that was emptied, silenced or persuaded (a transformer of cells, a ``numpy.array_equal`` that is always true,
a replaced ``load_data``, an ``exit()`` that skips the cell) is found out: the test scores 0 and the copy is « à vérifier ».

Besides, the judge is compiled from the trusted text in a namespace of its own, where names that the copy shadowed have no
effect; its text is sealed until it is played; and it receives plain values.

While a judge plays, the signals, the garbage collector and the warnings that a copy could have set are silent, and a test
is played once.

What this cannot catch, because the judge and the copy share one interpreter: code written against this module, that reads
the secret in the process's memory, empties the tables of ``genuine`` or runs in a thread while a judge does; a layer of the
copy's model, or its loss, that climbs the stack from its call up to the judge; a model that recites the labels of images
that it knows; a library object whose state (not code) was changed, or a library that is not watched.
"""

import ast
import builtins
import functools
import gc
import hashlib
import hmac
import json
import random
import signal
import sys
from collections.abc import Callable
from contextlib import contextmanager
from unittest import mock
from warnings import catch_warnings, simplefilter  # what they are now: copies silence warnings in many ways

import nbformat

from atelier import genuine

SECRET = "ATELIER_TEMOINS"  # environment variable of a kernel
PROOF = "application/vnd.atelier.preuve"
VISIBLE, GENUINE, REAL, FALSE = "visible", "témoin juste", "réponse", "témoin faux"
JUDGE = "_juger"
LARGE = 100_000  # values

# --- In the kernel -----------------------------------------------------------------------------------------------------

_secret = ""
_played: set[str] = set()


def arm(secret: str) -> None:
    """Give this kernel the secret of its run."""
    global _secret
    _secret = secret
    _played.clear()
    genuine.refuse_spies()


def order(secret: str, name: str) -> list[str]:
    """Return what a test plays first: the judge of the answers, or that of the falsified ones."""
    roles = [REAL, FALSE]
    random.Random(hmac.digest(secret.encode(), name.encode(), "sha256")).shuffle(roles)
    return roles


def stamp(secret: str, name: str, text: str) -> str:
    """Return the stamp without which nothing is believed of what a test says."""
    return hmac.new(secret.encode(), f"{name}/{text}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()


class FalseModel:
    """Stands for a model that has learnt nothing: the same score for every class, no layer, no loss."""

    weights: list = []
    layers: list = []

    def __init__(self, classes: int = 10):
        self.classes = classes

    def __call__(self, images, **options):
        import numpy as np

        return np.zeros((images.shape[0], self.classes), "float32")

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


def given(source: str) -> None:
    """Execute a given cell without drawing its figures: nobody looks at them at grading."""
    from IPython.core.interactiveshell import InteractiveShell
    from matplotlib import pyplot

    with mock.patch.object(pyplot, "show", lambda *_, **__: pyplot.close("all")):
        exec(compile(source, "<cellule fournie>", "exec"), InteractiveShell.instance().user_ns)


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


@contextmanager
def undisturbed():
    """Let nothing run that a copy may have prepared: handlers of signals, calls of the garbage collector, of NumPy's errors, of warnings."""
    import numpy as np

    for number in signal.valid_signals():
        if callable(handler := signal.getsignal(number)) and handler is not signal.default_int_handler:
            signal.signal(number, signal.SIG_IGN)
    collecting = gc.isenabled()
    gc.disable()
    try:
        with np.errstate(all="ignore"), catch_warnings():
            simplefilter("ignore")
            yield
    finally:
        if collecting:
            gc.enable()


def judge(source: str, values) -> None:
    """Compile a judge from its text, out of reach of the copy's names, and let it judge; raise what it raises."""
    namespace = {"__name__": "juge", "__builtins__": builtins}
    exec(compile(source, "<juge>", "exec"), namespace)
    with undisturbed():
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


def attempt(play: Callable[[], None]) -> list[str] | None:
    """Return None if this passes, else the kind of its error and what it says."""
    genuine.stop_tracing()
    try:
        play()
    except BaseException as failure:
        try:
            return [type(failure).__name__[:200], str(failure)[:5000]]
        except BaseException:  # an error of the copy's own
            return ["Exception", ""]
    return None


def run(name: str, visible: str, sealed: str, answers: Callable[[], tuple]) -> None:
    """Play a test, once, and publish what its checks, its judge and its twins said; ``answers()`` gives the arguments of the judge."""
    if name in _played:  # a copy that tries its answers until one pleases
        return
    _played.add(name)
    values: list = []
    said = {VISIBLE: attempt(lambda: check(visible))}
    unread = attempt(lambda: values.extend(read(answers)))
    said[GENUINE] = attempt(genuine.control)  # after the reading, which may run code of the copy
    for role in order(_secret, name):
        if role == REAL:
            said[REAL] = unread or attempt(lambda: judge(unseal(_secret, name, sealed), values)) or attempt(genuine.control)
        else:
            said[FALSE] = unread or attempt(lambda: judge(unseal(_secret, name, sealed), map(falsified, values)))
    from IPython.core.interactiveshell import InteractiveShell

    text = json.JSONEncoder().encode(said)  # the encoder of json.dumps is an object, whose methods a copy can redefine
    InteractiveShell.instance().display_pub.publish({PROOF: f"{stamp(_secret, name, text)} {text}"})


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


@functools.lru_cache(256)  # the same tests for every copy
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


def expand(notebook: nbformat.NotebookNode, secret: str) -> tuple[nbformat.NotebookNode, dict[int, str]]:
    """Return the notebook to execute, cell for cell, and the name of the test that each judged cell is.

    What comes after the last graded cell cannot change a grade: it is emptied.
    """
    cells, judged = [], {}
    graded = [index for index, cell in enumerate(notebook.cells) if cell.metadata.get("nbgrader", {}).get("grade")]
    here = "__import__('atelier.witness').witness"
    for index, cell in enumerate(notebook.cells):
        marks, source = cell.metadata.get("nbgrader", {}), cell.source
        if graded and index > graded[-1]:
            source = ""
        elif cell.cell_type == "code" and marks.get("grade") and not marks.get("solution"):
            if parts := split(source):
                visible, text, arguments = parts
                name = judged[index] = marks["grade_id"]
                source = f"{here}.run({name!r}, {visible!r}, {seal(secret, name, text)!r}, lambda: ({arguments}))"
        elif cell.cell_type == "code" and marks.get("locked"):
            source = f"{here}.given({source!r})"
        cells.append(nbformat.from_dict({**cell, "id": f"cellule-{index}", "metadata": {}, "source": source}))
    return nbformat.v4.new_notebook(cells=cells), judged


def opened(secret: str, name: str, outputs: list) -> dict[str, list[str] | None] | None:
    """Return what a test said, or None if nothing in the outputs of its cell bears its stamp."""
    for output in outputs:
        mark, _, text = str(output.get("data", {}).get(PROOF, "")).partition(" ")
        if hmac.compare_digest(mark.encode("utf-8", "replace"), stamp(secret, name, text).encode()):
            return json.loads(text)
    return None


def verdict(secret: str, name: str, outputs: list) -> tuple[list, str]:
    """Return the outputs of a test cell (none, or the error to show) and, if its judge was tampered with, how that shows."""
    said = opened(secret, name, outputs)
    if said is None:
        errors = [output.evalue for output in outputs if output.output_type == "error"]
        return [error(SUSPECT)], f"le test n'a rendu aucun verdict ({errors[-1] if errors else 'aucune preuve'})"
    if said[GENUINE]:
        return [error(SUSPECT)], f"le témoin juste n'est pas passé ({said[GENUINE][1]})"
    if said[FALSE] is said[REAL] is None:  # an answer wrong by one is right once falsified: it has failed anyway
        return [error(SUSPECT)], "le témoin faux n'a pas été refusé : le test accepte n'importe quelle réponse"
    if said[REAL] and said[REAL][1].endswith(genuine.REPLACED):
        return [error(SUSPECT)], said[REAL][1]
    failure = said[VISIBLE] or said[REAL]
    return [error(failure[1], failure[0])] if failure else [], ""


SUSPECT = "Cette vérification n'a pas pu juger votre réponse : une fonction dont elle se sert a été modifiée. Votre enseignant va regarder."


def error(message: str, kind: str = "AssertionError") -> nbformat.NotebookNode:
    """Return the output of a cell that an error stopped, without the frames of the engine: only what it says."""
    failure = nbformat.v4.new_output("error", ename=kind, evalue=message)
    failure.traceback = [sentence(failure)]
    return failure


def sentence(failure: nbformat.NotebookNode) -> str:
    """Return what the error of a test says to a student."""
    if failure.ename == "AssertionError" and failure.evalue:
        return failure.evalue
    return f"La vérification s'est arrêtée sur une erreur ({failure.ename}) : {failure.evalue}"
