"""What a judge may rely on inside the kernel of a copy: libraries that nobody replaced, answers that are what they seem.

The functions, classes and properties of the libraries that tests use are noted before any code of the copy runs, and
compared with what they are when a test is judged. Answers come to the judge as plain values: a subclass of ``int`` or
``ndarray`` as its base, an array-like as an array, a function as one that leaves no trace of its caller. A model or a
figure comes as it is, unless it redefines the methods that the judge will call.
"""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from sys import setprofile, settrace  # what they are now, whatever a copy makes of sys
from types import FunctionType, GetSetDescriptorType, ModuleType

MATPLOTLIB = ("figure", "axes", "axis", "artist", "cm", "collections", "colorizer", "image", "legend", "lines", "text", "transforms")
WATCHED = (
    "builtins", "gc", "re", "json", "random", "signal", "hmac", "hashlib", "zipfile", "mmap", "numpy", "keras", "tensorflow._api.v2.nn", "tensorflow._api.v2.math",
    *(f"tensorflow.python.ops.{name}_ops" for name in ("array", "gen_array", "gen_math", "gen_nn", "math", "nn")), "tensorflow.python.eager.execute",
    "tensorflow.python.eager.polymorphic_function.polymorphic_function", "tensorflow.python.framework.ops", "tensorflow.python.pywrap_tfe",
    "atelier.data", "atelier.genuine", "atelier.witness", *(f"matplotlib.{name}" for name in MATPLOTLIB))
WATCHED_ALONE = ("tensorflow",)  # itself, not the modules under it
# Replaced by IPython, or by recipes that students find and that change no judgement.
HARMLESS = {"builtins.input", "builtins.exit", "builtins.quit", "builtins.print", "numpy.bool", "numpy.load"}
REPLACED = "a été remplacé."
SPYING = frozenset({"sys.addaudithook", "sys._current_frames", "gc.get_objects", "gc.get_referrers", "gc.get_referents"})
# What judges ask of a model, and of a figure and what it holds.
OF_MODELS = ("__call__", "__dict__", "__getattribute__", "compute_loss", "count_params", "get_weights", "layers", "losses",
             "set_weights", "test_on_batch", "weights")
OF_FIGURES = ("__dict__", "__getattribute__", "axes", "collections", "findobj", "get_array", "get_axes", "get_children", "get_extent",
              "get_legend", "get_offsets", "get_text", "get_texts", "get_title", "get_visible", "get_window_extent", "get_xlabel",
              "get_xticklabels", "get_ydata", "get_ylabel", "get_yticklabels", "images", "lines", "texts")

_bases, _namespace = type.__dict__["__mro__"].__get__, type.__dict__["__dict__"].__get__  # a metaclass can redefine both

_held: list[tuple] = []  # (name of a module or class, its namespace, the (key, object) pairs that it held)
_classes: dict[int, tuple] = {}  # id of a class -> (name, the class, its ancestors, its namespace and what it defined: one more may hide an inherited one)
_codes: dict[int, tuple] = {}  # id of a function among them -> (name, the function, its body)
_cells: list[tuple] = []  # (name of a function of ours, a variable that it closes over, its value)
_rewritten: set[int] = set()  # ids of those whose body was set since
_library: dict[int, type] = {}  # the classes of the libraries that models and figures come from, by id: held, so that no other takes it


def remember() -> None:
    """Note what the watched libraries hold, before any code of a student runs."""
    sys.addaudithook(_note_rewriting)
    modules = {name: module for name, module in sys.modules.items() if isinstance(module, ModuleType)}
    for name, module in modules.items():
        if name.split(".")[0] in ("keras", "matplotlib", "tensorflow"):
            _library.update((id(value), value) for value in list(vars(module).values()) if isinstance(value, type))
    roots = tuple(f"{root}." for root in WATCHED)
    watched = [name for name in modules if name in WATCHED_ALONE or f"{name}.".startswith(roots)]
    _hold("sys.modules", sys.modules, watched)
    for name in watched:
        space = vars(modules[name])
        held = {key: value for key, value in space.items() if callable(value) and f"{name}.{key}" not in HARMLESS}
        inner = [key for key, value in space.items()  # not TensorFlow's lazy modules, which their first use replaces
                 if type(value) is ModuleType and f"{value.__name__}.".startswith(roots)]
        _hold(name, space, [*held, *inner])
        for key, table in space.items():  # such as Keras's activations by name
            if type(table) is dict and name.startswith("keras.") and not key.startswith("__"):
                _hold(f"{name}.{key}", table, [each for each, value in table.items() if callable(value)])
        for key, kind in held.items():
            if not isinstance(kind, type) or id(kind) in _classes:
                continue
            own = vars(kind)
            _classes[id(kind)] = (f"{name}.{key}", kind, kind.__mro__, own, frozenset({*own, "__annotations__"}))
            if kind.__module__ != "builtins":
                _hold(f"{name}.{key}", own, [
                    each for each in own if callable(own[each]) or isinstance(own[each], (property, classmethod, staticmethod))])


def _hold(name: str, namespace, keys: Iterable[str]) -> None:
    pairs = tuple((key, namespace[key]) for key in keys)
    _held.append((name, namespace, pairs))
    for key, value in pairs:
        for function in (value, *(getattr(value, part, None) for part in ("__wrapped__", "_implementation", "__func__", "fget"))):
            if isinstance(function, FunctionType) and id(function) not in _codes:
                _codes[id(function)] = (f"{name}.{key}", function, _body(function))
                if function.__kwdefaults__:
                    _hold(f"{name}.{key}", function.__kwdefaults__, function.__kwdefaults__)
                if function.__globals__.get("__name__", "").startswith("atelier."):
                    _cells.extend((f"{name}.{key}", cell, cell.cell_contents) for cell in function.__closure__ or ())


def _body(function: FunctionType) -> tuple:
    """Return what a function does. Each reading raises an event for audit hooks: of all the functions, it would cost most of a control."""
    return function.__code__, function.__defaults__, function.__kwdefaults__


def _note_rewriting(event: str, about: tuple) -> None:
    """Note the function whose body is being set (an audit hook, see PEP 578)."""
    if event == "object.__setattr__" and about[1] in ("__code__", "__defaults__", "__kwdefaults__"):
        _rewritten.add(id(about[0]))


def replaced() -> str | None:
    """Return the name of what is no longer as it was remembered, or None."""
    for name, namespace, pairs in _held:
        get = namespace.get
        for key, value in pairs:
            if get(key) is not value:
                return f"{name}.{key}"
    for name, function, body in [_codes[each] for each in _rewritten if each in _codes]:
        if any(now is not then for now, then in zip(_body(function), body)):
            return name
    for name, cell, value in _cells:
        if cell.cell_contents is not value:
            return name
    for name, kind, ancestors, own, defined in _classes.values():
        if kind.__mro__ is not ancestors:
            return f"{name}.__bases__"
        if not own.keys() <= defined:
            added = own.keys() - defined
            if any(each in vars(parent) for each in added for parent in ancestors[1:]):
                return f"{name}.{min(added)}"
    return None


def control() -> None:
    """Raise AssertionError if something was replaced."""
    changed = replaced()
    assert changed is None, f"{changed} {REPLACED}"


def refuse_spies() -> None:
    """From now on, refuse audit hooks, which would run inside a judge, and a look at the frames of other threads or at all objects."""
    def refuse(event: str, _) -> None:
        if event in SPYING:
            raise RuntimeError(event)

    sys.addaudithook(refuse)


def stop_tracing() -> None:
    """Drop the functions that Python calls at each line or call."""
    settrace(None)
    setprofile(None)


def plain(value):
    """Return an answer as the judge may see it; raise AssertionError, in French, for one that could answer anything."""
    import numpy as np

    keras, figure = sys.modules.get("keras"), sys.modules.get("matplotlib.figure")
    kind = type(value)  # not isinstance, which believes __class__; compared with "is", since a metaclass can redefine ==
    if value is None or any(kind is each for each in (bool, int, float, str)):
        return value
    if kind is list or kind is tuple:
        return kind(map(plain, value))
    if kind is dict:
        return {plain(key): plain(each) for key, each in value.items()}
    for base, convert in [(int, int.__int__), (float, float.__float__), (str, str.__str__), (list, list.copy), (dict, dict.copy),
                          (tuple, lambda each: tuple.__getitem__(each, slice(None)))]:
        if issubclass(kind, base):
            return plain(convert(value))
    if keras and issubclass(kind, keras.Model):
        _require([value], OF_MODELS)
        return value
    if figure and issubclass(kind, figure.Figure):
        artists = [value]
        while artists:  # not findobj, which asks each one what it holds before anyone has looked at it
            _require(artists, OF_FIGURES)
            artists = [child for artist in artists for child in artist.get_children()]
        return value
    if callable(value):
        return lambda *args, **options: _apart(value, args, options)
    array = np.asarray(value)
    assert array.dtype.kind != "O", f"Une réponse est un objet de la classe {kind.__name__} ; ce n'est pas ce que le test attend."
    return np.ndarray.view(array, np.ndarray)[()]


def _require(values: list, names: tuple[str, ...]) -> None:
    """Raise AssertionError unless these methods of some objects are those of their library."""
    kinds = {id(type(value)): type(value) for value in values}
    redefined = {each: {name for name in names if _redefines(kind, name)} for each, kind in kinds.items()}
    for value in values:
        own = vars(value) if hasattr(value, "__dict__") else {}
        bad = redefined[id(type(value))] | {name for name in names if callable(dict.get(own, name))}
        assert not bad, f"Votre objet {type(value).__name__} redéfinit {min(bad)} : le test ne peut pas juger ce qu'il répond."


def _redefines(kind: type, name: str) -> bool:
    """Tell whether a class gets this attribute from another one than those of the libraries, whatever its metaclass says."""
    owner = next((parent for parent in _bases(kind) if name in _namespace(parent)), object)
    written = type(_namespace(owner).get(name)) is not GetSetDescriptorType  # not the __dict__ that each new class gets
    return written and owner is not object and id(owner) not in _library


def _apart(function: Callable, args: tuple, options: dict):
    """Call a function of the copy in a thread of its own, where no frame leads to the judge; control the libraries; return a plain value."""
    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(function, *args, **options).result()
    stop_tracing()
    control()
    return plain(result)
