"""Shortened training: fewer images, the same epochs, for every way of giving data to ``fit``."""

import functools
import types

import numpy as np
import pytest

from atelier import training

DEFAULTS = {"x": None, "y": None, "batch_size": None, "epochs": 1, "validation_split": 0.0, "validation_data": None,
            "validation_batch_size": None, "sample_weight": None, "steps_per_epoch": None, "initial_epoch": 0}


def shortened(**arguments):
    return training.shorten({**DEFAULTS, **arguments}, batches=300)


def limited_model(monkeypatch, train):
    """Return a model whose ``fit``, given its budget, calls ``train`` with the arguments that Keras's own would receive."""
    def full_fit(self, x=None, y=None, batch_size=None, epochs=1, validation_split=0.0, validation_data=None, sample_weight=None,
                 validation_batch_size=None, steps_per_epoch=None, initial_epoch=0, callbacks=None, verbose=1):
        return train(locals())

    def measured(self, x, y=None, batch_size=None, steps=None):
        return batch_size

    methods = {"fit": full_fit, "evaluate": measured, "predict": measured}
    trainer = types.SimpleNamespace(TensorFlowTrainer=type("TensorFlowTrainer", (), methods))
    training.limit_fit(trainer)
    monkeypatch.setenv(training.BUDGET_VARIABLE, "200")
    return trainer.TensorFlowTrainer()


def test_arrays_are_cut_and_epochs_kept():
    short = shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), epochs=5, batch_size=64)
    assert short["epochs"] == 5
    assert len(short["x"]) == len(short["y"]) == 60 * 64


def test_default_batch_and_validation_split_are_accounted_for():
    short = shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), epochs=3, validation_split=0.2)
    assert len(short["x"]) * 0.8 == 100 * 32


def test_very_many_epochs_are_reduced():
    short = shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), epochs=1000, batch_size=32)
    assert short["epochs"] == training.MOST_EPOCHS
    assert len(short["x"]) == training.LEAST_BATCHES * 32


def test_no_epoch_trains_nothing():
    assert shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), epochs=0)["epochs"] == 0


def test_a_continued_training_keeps_its_first_epoch():
    short = shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), initial_epoch=20, epochs=25)
    assert short["epochs"] == 25 and len(short["x"]) == 60 * 32


def test_a_small_batch_sees_as_many_images_as_the_usual_one():
    short = shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), batch_size=4, epochs=5)
    assert len(short["x"]) == 60 * training.USUAL_BATCH


@pytest.mark.parametrize("measures, best", [
    ({"loss": [2.0], "accuracy": [0.3], "val_accuracy": [0.9]}, 0.9), ({"loss": [0.2], "acc": [0.5, 0.9]}, 0.9), ({"loss": [2.0]}, 1), ({}, 1),
])
def test_the_accuracy_of_a_training_is_the_last_of_its_validation(measures, best):
    history = types.SimpleNamespace(history=measures)
    assert training.accuracy(history) == best


@pytest.mark.parametrize("accuracies, validations, lengths", [
    ([0.9], [0.8], [1280]),  # taught at once: 40 batches of 32 an epoch
    ([0.9, 0.9], [0.2, 0.8], [1280, 5120]),  # knew only the few images it had seen
    ([0.11, 0.12], [], [1280, 5120]),  # makes no progress
    ([0.11, 0.30], [0.09, 0.11], [1280, 5120]),  # learns by heart
    ([0.2, 0.5, 0.8], [], [1280, 5120, 20480]),  # slow, but learns
    ([0.1, 0.12, 0.2, 0.4], [0.1, 0.2, 0.3, 0.5], [1280, 5120, 20480, 60000]),  # up to the full training
])
def test_a_training_goes_on_while_it_makes_progress(monkeypatch, accuracies, validations, lengths):
    trained, heard = [], []

    def train(arguments):
        rung = len(trained)
        trained.append(len(arguments["x"]))
        heard.append(arguments["callbacks"])
        return types.SimpleNamespace(history={
            "loss": [1.0], "accuracy": [accuracies[rung]], "val_loss": [1.0], "val_accuracy": validations[rung:rung + 1]})

    model = limited_model(monkeypatch, train)
    history = model.fit(np.zeros((60000, 2)), np.zeros(60000), epochs=5, callbacks=["one of the student's"])
    assert trained == lengths
    assert heard == [["one of the student's"]] + [None] * (len(lengths) - 1)
    assert history is model.history and history.history["accuracy"] == [accuracies[0]]


def test_images_go_by_large_batches_where_no_size_is_asked_for(monkeypatch):
    def batch(self, x, batch_size=None, steps=None):
        return batch_size

    model = types.SimpleNamespace(loss="sparse_categorical_crossentropy")
    images, measure = np.zeros((10, 2)), functools.partial(training.by_large_batches(batch), model)
    assert measure(images) is None
    monkeypatch.setenv(training.BUDGET_VARIABLE, "200")
    assert measure(images) == measure(x=images) == training.LARGE_BATCH
    assert measure(images, 64) == measure(images, batch_size=64) == 64
    assert measure(iter(())) is measure(images, steps=3) is None
    model.loss = types.SimpleNamespace(reduction="sum")
    assert measure(images) is None


@pytest.mark.parametrize("arguments, length", [
    ({"x": np.zeros((60000, 2)), "epochs": 5, "validation_split": 0.2}, 5 * 1500),
    ({"x": np.zeros((60000, 2)), "epochs": 5, "batch_size": 4}, 5 * 1875),  # a small batch counts as the usual one
    ({"x": np.zeros((60000, 2)), "epochs": 12, "initial_epoch": 10, "batch_size": 60}, 2 * 1000),
    ({"x": types.SimpleNamespace(take=None, cardinality=lambda: 100), "epochs": 3}, 300),
    ({"x": types.SimpleNamespace(take=None, cardinality=lambda: -2)}, np.inf),
    ({"x": iter(()), "epochs": 3, "steps_per_epoch": 7}, 21), ({"x": iter(())}, np.inf),
])
def test_the_length_of_the_full_training_is_known_where_the_data_say(arguments, length):
    assert training.whole_length({**DEFAULTS, **arguments}) == length


@pytest.mark.parametrize("arguments, small", [
    ({"x": np.zeros((250, 2)), "epochs": 50}, True), ({"x": np.zeros((1000, 2)), "epochs": 30, "batch_size": 16}, True),
    ({"x": np.zeros((2000, 2)), "epochs": 100}, False),  # few images, for too long
    ({"x": np.zeros((60000, 2)), "batch_size": 4000}, False), ({"x": np.zeros((60000, 2)), "epochs": 1}, False),
    ({"x": types.SimpleNamespace(take=None, cardinality=lambda: 16), "epochs": 30}, True),
    ({"x": types.SimpleNamespace(take=None, cardinality=lambda: 60), "epochs": 1}, False),
    ({"x": types.SimpleNamespace(take=None, cardinality=lambda: -2)}, False), ({"x": iter(())}, False),
])
def test_few_images_are_learnt_whole(arguments, small):
    assert training.is_small({**DEFAULTS, **arguments}) == small


def test_weights_are_cut_with_their_images():
    short = shortened(x=np.zeros((60000, 2)), y=np.zeros(60000), sample_weight=np.ones(60000))
    assert len(short["sample_weight"]) == len(short["x"])


def test_datasets_are_read_for_fewer_steps():
    assert shortened(x=Dataset(), epochs=2)["x"] == 150


class Dataset:
    def take(self, count):
        return count


def test_the_validation_is_on_few_images():
    few = training.fewer((np.zeros((10000, 2)), np.zeros(10000), None))
    assert [len(part) for part in few[:2]] == [training.VALIDATION_IMAGES] * 2 and few[2] is None
    assert training.fewer(Dataset()) == training.VALIDATION_BATCHES
    assert training.fewer(None) is None


def test_validation_images_without_their_labels_stay_a_mistake():
    images, labels = training.fewer((np.zeros((10000, 2)), np.zeros(60000)))
    assert (len(images), len(labels)) == (10000, 60000)


def test_a_small_training_is_whole_but_for_its_validation(monkeypatch):
    given = {}

    def train(arguments):
        given.update(arguments)
        return types.SimpleNamespace(history={"loss": [1.0]})

    limited_model(monkeypatch, train).fit(
        np.zeros((300, 2)), np.zeros(300), epochs=50, validation_data=(np.zeros((10000, 2)), np.zeros(10000)))
    assert len(given["x"]) == 300 and given["epochs"] == 50
    assert [len(part) for part in given["validation_data"]] == [training.VALIDATION_IMAGES] * 2


def test_generators_get_fewer_steps():
    assert shortened(x=iter(()), epochs=3)["steps_per_epoch"] == 100
    assert shortened(x=iter(()), epochs=3, steps_per_epoch=7)["steps_per_epoch"] == 7


@pytest.mark.parametrize("value, expected", [("", None), ("0", None), ("beaucoup", None), ("300", 300)])
def test_the_budget_is_read_from_the_environment(monkeypatch, value, expected):
    monkeypatch.setenv(training.BUDGET_VARIABLE, value)
    assert training.budget() == expected


def test_images_sorted_by_class_are_taken_from_all_of_them():
    y = np.repeat(np.arange(10), 6000)
    short = shortened(x=np.zeros((60000, 2)), y=y, epochs=5)
    assert set(short["y"]) == set(range(10)) and len(short["x"]) == len(short["y"])
    assert set(shortened(x=np.zeros((60000, 2)), y=np.eye(10)[y], epochs=5)["y"].argmax(axis=1)) == set(range(10))


def test_more_labels_than_images_stay_a_mistake():
    short = shortened(x=np.zeros((50000, 2)), y=np.zeros(60000))
    assert len(short["x"]) == 50000 and len(short["y"]) == 60000
