"""The challenge of the second lab, raced many times: how often do the witness nets and the right copies pass its thresholds?

    python tests/bench_challenge.py [races]

Prints a line per net: the accuracies on the 5 000 images that the tests judge on, and how many races each test refuses.
"""

import sys

import keras
import nbformat
import numpy as np

from atelier import copies, generation, witness

LAB = "cnn_autres_donnees"
RACES = 20
COMPILED = "loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer='adam')\nconcourir(model_defi)"
WITNESSES = {
    "témoin dense": "model_defi = models.Sequential([layers.Input((28, 28, 1)), layers.Flatten(), "
                    f"layers.Dense(32, activation='relu'), layers.Dense(10)])\nmodel_defi.compile({COMPILED}",
    "témoin de référence": "model_defi = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation='relu'), "
                           "layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(64, activation='relu'), layers.Dense(10)])\n"
                           f"model_defi.compile({COMPILED}",
}


def main(races: int) -> None:
    """Race every net and print what came out."""
    source = nbformat.read(generation.ROOT / "source" / LAB / f"{LAB}.ipynb", as_version=4)
    cells = {cell.metadata.nbgrader.grade_id: cell.source for cell in source.cells if "nbgrader" in cell.metadata}
    names: dict = {}
    exec(cells["charger-fashion"] + "\n" + cells["regles-du-defi"], names)
    tests = {test: witness.split(cells[test]) for test in cells if test.startswith("test-defi")}
    images, classes = names["x_test"][:5000, ..., np.newaxis].astype("float32") / 255, names["y_test"][:5000]
    nets = {**WITNESSES, "corrigé": cells["defi"]}
    nets |= {copy.name: copy.cells["defi"].source for copy in copies.read_all(LAB)
             if "defi" in copy.cells and copy.name.startswith(("juste", "faux-dense"))}
    for net, code in nets.items():
        found, refused = [], dict.fromkeys(tests, 0)
        for race in range(races):
            keras.utils.set_random_seed(race)
            exec(code, names)
            scores = names["model_defi"].predict(images, batch_size=250, verbose=0)
            found.append(np.mean(scores.argmax(axis=1) == classes))
            for test, (_, judge, arguments) in tests.items():
                try:
                    witness.judge(judge, eval(f"({arguments})", names))
                except AssertionError:
                    refused[test] += 1
        print(f"{net:45} {np.min(found):.3f} {np.mean(found):.3f} {np.max(found):.3f}  refus : {refused}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RACES)
