"""Shorten ``fit`` while grading: the points depend on what was written, not on how long the machine trained.

The environment variable ``ATELIER_LOTS`` gives the budget: the number of batches that one call of ``fit`` may train on,
all epochs together. The number of epochs the student asked for is kept, since the code that draws the curves may rely on it: an
epoch holds at least ``LEAST_BATCHES`` batches, so that very many epochs exceed the budget.
A model that a short training did not teach (a slow optimiser needs more steps) goes on, behind the student's callbacks, with
``GROWTH`` times the budget, then again, up to the full training, as long as it makes progress: so a shortened training does not
cost a point that the full one would give, and a model that cannot learn (shuffled labels, wrong loss) is not trained for
nothing. What is learnt on few images is not shortened (``is_small``). The validation is on few images (``fewer``). Keras's own
``KERAS_MAX_STEPS_PER_EPOCH`` will not do: it cuts ``evaluate`` and ``predict`` too.
"""

import functools
import inspect
import math
import os

import numpy as np

BUDGET_VARIABLE = "ATELIER_LOTS"
THREADS_VARIABLE = "ATELIER_FILS"  # of a grading kernel
SEED_VARIABLE = "ATELIER_GRAINE"  # idem; empty: drawn afresh
USUAL_BUDGET = 128
LEAST_BATCHES = 8
MOST_EPOCHS = 100
SMALL_SET, SMALL_EPOCH, MOST_OF_SMALL = 2048, 16, 2000  # images of an array; steps of another source; batches in all
USUAL_BATCH = 32  # images; a smaller batch gets more steps
TAUGHT = 0.7  # validation accuracy below which the training goes on
PROGRESS = 0.05  # of validation accuracy from one budget to the next, below which it stops
GROWTH = 4
VALIDATION_IMAGES = 500
VALIDATION_BATCHES = 20  # of a dataset
LARGE_BATCH = 250  # images; measures and predictions are the same as with Keras's 32, in half the time


def budget() -> int | None:
    """Return the number of batches one ``fit`` may train on, or None for a full training."""
    value = os.environ.get(BUDGET_VARIABLE, "")
    return int(value) if value.isdigit() and int(value) > 0 else None


def _first(data, count: int, step: int = 1):
    """Return the first ``count`` rows of an array, one in ``step``, or of each array of a nested structure; None stays None."""
    if data is None:
        return None
    if isinstance(data, dict):
        return {key: _first(value, count, step) for key, value in data.items()}
    if isinstance(data, (tuple, list)) and all(hasattr(value, "__len__") and hasattr(value, "shape") for value in data):
        return type(data)(_first(value, count, step) for value in data)
    return data[::step][:count]


def _shows_all(labels, count: int) -> bool:
    """Tell whether the first labels, integers or one-hot, hold every class: ``fit`` mixes its images, even when sorted by class."""
    if not hasattr(labels, "shape"):
        return True
    classes = np.asarray(labels)
    classes = classes.argmax(axis=-1) if classes.ndim > 1 and classes.shape[-1] > 1 else classes.ravel()
    return len(np.unique(classes[:count])) == len(np.unique(classes))


def shorten(arguments: dict, batches: int) -> dict:
    """Return the arguments of ``fit`` such that it trains on about ``batches`` batches in all.

    ``arguments`` maps the names of the parameters of ``keras.Model.fit`` to their values, defaults included. Arrays are
    cut to their first rows; ``tf.data`` datasets, generators and ``PyDataset`` are read for fewer steps.
    """
    short = dict(arguments)
    first = arguments["initial_epoch"]
    epochs = min(arguments["epochs"] - first, MOST_EPOCHS)
    if epochs < 1:  # nothing to train
        return short
    if hasattr(arguments["x"], "shape") and getattr(arguments["y"], "shape", arguments["x"].shape)[:1] != arguments["x"].shape[:1]:
        return short  # as many images as labels: cut to the same length, this mistake would not show
    short["epochs"] = first + epochs
    steps = max(LEAST_BATCHES, batches // epochs)
    if hasattr(arguments["x"], "shape"):
        images = steps * max(arguments["batch_size"] or USUAL_BATCH, USUAL_BATCH)
        if arguments["validation_split"]:
            images = round(images / (1 - arguments["validation_split"]))
        step = 1 if _shows_all(arguments["y"], images) else math.ceil(len(arguments["x"]) / images)
        for name in ("x", "y", "sample_weight"):
            short[name] = _first(arguments[name], images, step)
        short["steps_per_epoch"] = None
    elif hasattr(arguments["x"], "take"):  # a tf.data.Dataset
        short["x"] = arguments["x"].take(steps)
    else:
        short["steps_per_epoch"] = min(arguments["steps_per_epoch"] or steps, steps)
    return short


def fewer(validation):
    """Return the first images of validation data: they are measured at each epoch, of a small training too.

    Arrays of different lengths are left as they are: cut to the same length, this mistake would not show.
    """
    if isinstance(validation, (tuple, list)):
        lengths = {len(part) for part in validation if hasattr(part, "shape") and part.shape}
        return tuple(_first(part, VALIDATION_IMAGES) for part in validation) if len(lengths) < 2 else validation
    return validation.take(VALIDATION_BATCHES) if hasattr(validation, "take") else validation


def whole_length(arguments: dict) -> float:
    """Return the length of the full training, in batches as ``shorten`` counts them; infinite where the data do not say."""
    x = arguments["x"]
    if hasattr(x, "shape"):
        images = len(x) * (1 - (arguments["validation_split"] or 0))
        steps = images / max(arguments["batch_size"] or USUAL_BATCH, USUAL_BATCH)
    elif hasattr(x, "take"):  # a tf.data.Dataset: -1 or -2 when it is endless or does not know
        steps = x.cardinality()
    else:
        steps = arguments["steps_per_epoch"] or math.inf
    return max(1, arguments["epochs"] - arguments["initial_epoch"]) * (float(steps) if steps >= 0 else math.inf)


def is_small(arguments: dict) -> bool:
    """Tell whether the training is on few images, on purpose: it is left whole, to know them by heart or be cured of it."""
    x = arguments["x"]
    if hasattr(x, "shape"):
        few = len(x) <= SMALL_SET
    else:
        few = 0 <= (x.cardinality() if hasattr(x, "take") else arguments["steps_per_epoch"] or math.inf) <= SMALL_EPOCH
    return few and whole_length(arguments) <= MOST_OF_SMALL


def accuracy(history) -> float:
    """Return the best metric of the last epoch of a validation, else of the training; 1 if none is followed.

    The few images of a short training are soon known by heart, with shuffled labels too: only others tell.
    """
    last = {name: values[-1] for name, values in history.history.items() if values and name not in ("loss", "val_loss")}
    unseen = [last[name] for name in last if name.startswith("val_")]
    return max(unseen or last.values(), default=1.0)


def limit_fit(trainer) -> None:
    """Give ``fit`` its budget (a post-import hook on Keras's TensorFlow trainer module)."""
    full_fit = trainer.TensorFlowTrainer.fit
    signature = inspect.signature(full_fit)

    @functools.wraps(full_fit)
    def fit(self, *args, **kwargs):
        batches = budget()
        if batches is None:
            return full_fit(self, *args, **kwargs)
        bound = signature.bind(self, *args, **kwargs)
        bound.apply_defaults()
        arguments = dict(bound.arguments)
        arguments.pop("self")
        whole, first, reached = whole_length(arguments), None, -PROGRESS
        by_arrays = arguments["validation_split"] or isinstance(arguments["validation_data"], (tuple, list))
        arguments["validation_data"] = fewer(arguments["validation_data"])
        if is_small(arguments):
            batches = whole
        if by_arrays and not arguments["validation_batch_size"] and not summed(self):
            arguments["validation_batch_size"] = LARGE_BATCH
        while True:
            last = full_fit(self, **(shorten(arguments, batches) if batches < whole else arguments))
            first = first or last
            gained, reached = accuracy(last) - reached, accuracy(last)
            if reached >= TAUGHT or batches >= whole or gained < PROGRESS:
                self.history = first
                return first
            batches *= GROWTH
            arguments |= {"callbacks": None, "verbose": 0}

    trainer.TensorFlowTrainer.fit = fit
    for method in ("evaluate", "predict"):
        setattr(trainer.TensorFlowTrainer, method, by_large_batches(getattr(trainer.TensorFlowTrainer, method)))


def summed(model) -> bool:
    """Tell whether the loss of a model is the sum over a batch, which depends on its size, and not the mean."""
    return getattr(getattr(model, "loss", None), "reduction", None) == "sum"


def by_large_batches(method):
    """Return ``evaluate`` or ``predict`` such that, while grading, arrays go by ``LARGE_BATCH`` where no size is asked for."""
    signature = inspect.signature(method)

    @functools.wraps(method)
    def with_larger(self, *args, **kwargs):
        bound = signature.bind(self, *args, **kwargs)
        given = bound.arguments
        asked = given.get("batch_size") or given.get("steps")
        if budget() and hasattr(given.get("x"), "shape") and not asked and not summed(self):
            given["batch_size"] = LARGE_BATCH
        return method(*bound.args, **bound.kwargs)

    return with_larger
