"""Witness cells: control the judge of each hidden test on every copy, in the kernel of that copy.

A test cell whose hidden part ends with ``_juger(answers)`` is replaced, at grading, by its visible checks and three
cells alike but for their number. In an order drawn from a secret for each test, one judges the copy's answers, one
(the twin that must fail) judges the same answers falsified, and one (the twin that must pass) checks that the
functions and classes of the libraries that tests rely on are the ones the process started with. What passes says so
with a proof that depends on the secret. So a judge that was emptied, silenced or persuaded (a transformer of cells, a
``numpy.array_equal`` that is always true, a replaced ``load_data``, an ``exit()`` that skips the cells) is found out: the
test scores 0 and the copy is « à vérifier ».

Besides, the judge is compiled from the trusted text in a namespace of its own, where names that the copy shadowed have no
effect, and receives plain values: a subclass of ``int`` or ``ndarray`` comes to it as its base.

What this cannot catch: code written against this module, that reads the secret in the process's memory or replaces
functions here; an answer that is right because the copy computed it from what a test does; a library object whose state
(not code) was changed.
"""

import ast
import builtins
import hashlib
import hmac
import random
import sys
from types import FunctionType, ModuleType

import nbformat

SECRET = "ATELIER_TEMOINS"  # environment variable of a kernel
PROOF = "application/vnd.atelier.preuve"
REAL, FALSE, GENUINE = "réponse", "témoin faux", "témoin juste"
WATCHED = ("builtins", "numpy", "keras", "matplotlib.figure")
# Replaced by IPython, or by recipes that students find and that change no judgement.
HARMLESS = {"builtins.input", "builtins.exit", "builtins.quit", "builtins.print", "numpy.bool", "numpy.load"}
JUDGE = "_juger"
LARGE = 100_000  # values

# --- In the kernel -----------------------------------------------------------------------------------------------------

_secret = ""
_remembered: list[tuple] = []  # (name, the namespace that holds it, its key there, the object)
_codes: list[tuple] = []  # (name, a function among them, its code)


def remember() -> None:
    """Note which functions and classes the watched libraries hold, before any code of a student runs."""
    for name, module in list(sys.modules.items()):
        if not isinstance(module, ModuleType) or not any(name == root or name.startswith(f"{root}.") for root in WATCHED):
            continue
        _remember(name, sys.modules, name)
        for key, value in list(vars(module).items()):
            if callable(value) and f"{name}.{key}" not in HARMLESS:
                _remember(f"{name}.{key}", vars(module), key)
                if isinstance(value, type) and value.__module__ == name != "builtins":
                    for attribute in [attribute for attribute, method in vars(value).items() if callable(method)]:
                        _remember(f"{name}.{key}.{attribute}", vars(value), attribute)


def _remember(name: str, namespace, key: str) -> None:
    value = namespace[key]
    _remembered.append((name, namespace, key, value))
    if isinstance(value, FunctionType):
        _codes.append((name, value, value.__code__))


def replaced() -> str | None:
    """Return the name of a function or class that is no longer the one remembered, or None."""
    for name, namespace, key, value in _remembered:
        if namespace.get(key) is not value:
            return name
    return next((name for name, function, code in _codes if function.__code__ is not code), None)


def arm(secret: str) -> None:
    """Give this kernel the secret of its run."""
    global _secret
    _secret = secret


def roles(secret: str, name: str) -> list[str]:
    """Return the role of each of the three cells of a test."""
    order = [REAL, FALSE, GENUINE]
    random.Random(hmac.digest(secret.encode(), name.encode(), "sha256")).shuffle(order)
    return order


def proof(secret: str, name: str, number: int) -> str:
    """Return what a cell says when it passes."""
    return hmac.new(secret.encode(), f"{name}/{number}".encode(), hashlib.sha256).hexdigest()


def plain(value):
    """Return a value of a subclass of a basic type as that basic type, a model, figure or function as it is.

    Raise AssertionError for an object of a class of the copy's own: it may equal anything.
    """
    import numpy as np

    keras, figure = sys.modules.get("keras"), sys.modules.get("matplotlib.figure")
    if isinstance(value, np.ndarray):
        assert value.dtype.kind != "O", "Un tableau contient des objets ; on attend des nombres."
        return np.ndarray.view(value, np.ndarray)
    known = (FunctionType, *((keras.Model, keras.layers.Layer) if keras else ()), *((figure.Figure,) if figure else ()))
    basic = (int, float, str, list, tuple, dict)
    assert type(value).__module__ != "__main__" or isinstance(value, (*known, *basic)), (
        f"Une réponse est un objet de votre classe {type(value).__name__} ; ce n'est pas ce que le test attend.")
    if type(value) in (list, tuple):
        return type(value)(map(plain, value))
    if type(value) is dict:
        return {key: plain(each) for key, each in value.items()}
    if type(value) in (bool, int, float, str):
        return value
    for base, convert in [(int, int.__int__), (float, float.__float__), (str, str.__str__), (list, list.copy), (dict, dict.copy)]:
        if isinstance(value, base):
            return convert(value)
    return tuple.__getitem__(value, slice(None)) if isinstance(value, tuple) else value


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


def judge(source: str, values) -> None:
    """Compile a judge from its text, out of reach of the copy's names, and let it judge; raise what it raises."""
    namespace = {"__name__": "juge", "__builtins__": builtins}
    exec(compile(source, "<juge>", "exec"), namespace)
    namespace[JUDGE](*values)


def run(name: str, number: int, source: str, answers) -> None:
    """Play one of the three cells of a test; ``answers()`` gives the arguments of the judge. Raise what the judge raises."""
    sys.settrace(None)
    sys.setprofile(None)
    role = roles(_secret, name)[number]
    values = [] if role == GENUINE else [plain(value) for value in answers()]
    if role != FALSE:
        changed = replaced()  # after the answers: reading one may run code of the copy
        assert changed is None, f"{changed} a été remplacé."
    if role != GENUINE:
        judge(source, map(falsified, values) if role == FALSE else values)
    from IPython.core.interactiveshell import InteractiveShell

    InteractiveShell.instance().display_pub.publish({PROOF: proof(_secret, name, number)})


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


def expand(notebook: nbformat.NotebookNode) -> tuple[nbformat.NotebookNode, list[int]]:
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
            sources = [visible] + [
                f"__import__('atelier.witness').witness.run({marks['grade_id']!r}, {number}, {judge!r}, lambda: ({arguments}))"
                for number in range(3)]
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
        found[role] = errors[-1:] if errors else None if proven else []
    if found[GENUINE] is not None:
        return [error(SUSPECT)], f"le témoin juste n'est pas passé ({_why(found[GENUINE])})"
    if not found[FALSE] and not found[REAL]:  # an answer wrong by one is right once falsified: it has failed anyway
        return [error(SUSPECT)], "le témoin faux n'a pas été refusé : le test accepte n'importe quelle réponse"
    failed = [output for output in visible if output.output_type == "error"]
    if failed:
        return failed[-1:], ""
    if found[REAL] == []:
        return [error(SUSPECT)], "le test n'a rendu aucun verdict"
    return found[REAL] or [], ""


SUSPECT = "Cette vérification n'a pas pu juger votre réponse : une fonction dont elle se sert a été modifiée. Votre enseignant va regarder."


def error(message: str) -> nbformat.NotebookNode:
    """Return the output of a cell that an error stopped."""
    return nbformat.v4.new_output("error", ename="AssertionError", evalue=message, traceback=[message])


def _why(errors: list) -> str:
    return errors[-1].evalue if errors else "aucune preuve"
