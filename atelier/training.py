"""Shorten ``fit`` while grading: the points depend on what was written, not on how long the machine trained.

The environment variable ``ATELIER_LOTS`` gives the budget: the number of batches that one call of ``fit`` may train on,
all epochs together. The number of epochs the student asked for is kept as long as each holds ``LEAST_BATCHES`` batches.
"""

import functools
import inspect
import os

BUDGET_VARIABLE = "ATELIER_LOTS"
USUAL_BUDGET = 300
LEAST_BATCHES = 20
VALIDATION_IMAGES = 2000


def budget() -> int | None:
    """Return the number of batches one ``fit`` may train on, or None for a full training."""
    value = os.environ.get(BUDGET_VARIABLE, "")
    return int(value) if value.isdigit() and int(value) > 0 else None


def _first(data, count: int):
    """Return the first ``count`` rows of an array, or of each array of a nested structure; None stays None."""
    if data is None:
        return None
    if isinstance(data, dict):
        return {key: _first(value, count) for key, value in data.items()}
    if isinstance(data, (tuple, list)) and all(hasattr(value, "__len__") and hasattr(value, "shape") for value in data):
        return type(data)(_first(value, count) for value in data)
    return data[:count]


def shorten(arguments: dict, batches: int) -> dict:
    """Return the arguments of ``fit`` such that it trains on about ``batches`` batches in all.

    ``arguments`` maps the names of the parameters of ``keras.Model.fit`` to their values, defaults included. Arrays are
    cut to their first rows; ``tf.data`` datasets, generators and ``PyDataset`` are read for fewer steps.
    """
    short = dict(arguments)
    short["epochs"] = epochs = max(1, min(arguments["epochs"], batches // LEAST_BATCHES))
    steps = max(1, batches // epochs)
    if hasattr(arguments["x"], "shape"):
        images = steps * (arguments["batch_size"] or 32)
        if arguments["validation_split"]:
            images = round(images / (1 - arguments["validation_split"]))
        for name in ("x", "y", "sample_weight"):
            short[name] = _first(arguments[name], images)
        short["steps_per_epoch"] = None
    elif hasattr(arguments["x"], "take"):  # a tf.data.Dataset
        short["x"] = arguments["x"].take(steps)
    else:
        short["steps_per_epoch"] = min(arguments["steps_per_epoch"] or steps, steps)
    validation = arguments["validation_data"]
    if isinstance(validation, (tuple, list)):
        short["validation_data"] = tuple(_first(part, VALIDATION_IMAGES) for part in validation)
    elif hasattr(validation, "take"):
        short["validation_data"] = validation.take(LEAST_BATCHES)
    return short


def limit_fit(trainer) -> None:
    """Give ``fit`` its budget (a post-import hook on Keras's TensorFlow trainer module)."""
    full_fit = trainer.TensorFlowTrainer.fit
    signature = inspect.signature(full_fit)

    @functools.wraps(full_fit)
    def fit(self, *args, **kwargs):
        batches = budget()
        bound = signature.bind(self, *args, **kwargs)
        if batches is None:
            return full_fit(self, *args, **kwargs)
        bound.apply_defaults()
        arguments = dict(bound.arguments)
        arguments.pop("self")
        return full_fit(self, **shorten(arguments, batches))

    trainer.TensorFlowTrainer.fit = fit
