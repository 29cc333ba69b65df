"""The challenge of the second lab, raced many times: how often would a test give another verdict than the expected one?

    python tests/bench_challenge.py [races]

The two witness nets, the solution and every copy of the bank whose answer ends in a race. Prints a line per net: the least, the mean
and the greatest accuracy on the 5 000 images that the tests judge on, and the races that a test misjudged.
"""

import sys

import keras
import nbformat
import numpy as np

from atelier import copies, generation, witness

LAB = "cnn_autres_donnees"
RACES = 20
RACE = "concourir(model_defi)"
BEFORE = "model_defi = models.Sequential([layers.Input((28, 28, 1)), "
AFTER = f"])\nmodel_defi.compile('adam', keras.losses.SparseCategoricalCrossentropy(from_logits=True))\n{RACE}"
DENSE = f"{BEFORE}layers.Flatten(), layers.Dense(32, activation='relu'), layers.Dense(10){AFTER}"
REFERENCE = (f"{BEFORE}layers.Conv2D(32, 3, activation='relu'), layers.MaxPooling2D(2), layers.Flatten(), "
             f"layers.Dense(64, activation='relu'), layers.Dense(10){AFTER}")


def main(races: int) -> None:
    """Race every net and print what came out."""
    source = nbformat.read(generation.ROOT / "source" / LAB / f"{LAB}.ipynb", as_version=4)
    cells = {cell.metadata.nbgrader.grade_id: cell.source for cell in source.cells if "nbgrader" in cell.metadata}
    names: dict = {}
    exec(cells["charger-fashion"] + "\n" + cells["regles-du-defi"], names)
    tests = {test: witness.split(cells[test]) for test in cells if test.startswith("test-defi")}
    images, classes = names["x_test"][:5000, ..., np.newaxis].astype("float32") / 255, names["y_test"][:5000]
    nets = {"témoin dense": (DENSE, {"test-defi-dense", "test-defi-reference"}),
            "témoin de référence": (REFERENCE, {"test-defi-budget", "test-defi-reference"}), "corrigé": (cells["defi"], set())}
    for copy in copies.read_all(LAB):
        code = copy.cells["defi"].source if "defi" in copy.cells else ""
        if code.endswith(RACE) and "compile(" in code and "fit(" not in code:
            nets[copy.name] = code, copy.points.keys() & tests.keys()
    for net, (code, lost) in nets.items():
        found, misjudged = [], 0
        for race in range(races):
            keras.utils.set_random_seed(race)
            own = dict(names)
            exec(code, own)
            scores = own["model_defi"].predict(images, batch_size=250, verbose=0)
            found.append(np.mean(scores.argmax(axis=1) == classes))
            refused = {test for test, (_, judge, arguments) in tests.items()
                       if witness.attempt(lambda: witness.judge(judge, eval(f"({arguments})", own)))}
            misjudged += refused != lost
        print(f"{net:70} {np.min(found):.3f} {np.mean(found):.3f} {np.max(found):.3f}   {misjudged} / {races}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RACES)
