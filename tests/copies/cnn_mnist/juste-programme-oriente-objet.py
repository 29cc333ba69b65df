# Une classe du programme garde tout ; les noms demandés en sont tirés à la fin de chaque cellule.

# %% charger-mnist
from __future__ import annotations
from dataclasses import dataclass, field
from typing import Any

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

@dataclass
class Jeu:
    """Des images et leurs étiquettes."""
    images: np.ndarray
    etiquettes: np.ndarray

    @property
    def normalisees(self) -> np.ndarray:
        return np.float32(self.images[..., None]) / np.float32(self.images.max())

    def grille(self, cote: int = 5) -> plt.Figure:
        fig = plt.figure(figsize=(2 * cote, 2 * cote))
        for rang, repere in enumerate(fig.subplots(cote, cote).flatten()):
            repere.imshow(self.images[rang], cmap="cividis")
            repere.set_title(f"Vrai : {class_names[self.etiquettes[rang]]}", loc="right")
            repere.axis("off")
        return fig

@dataclass
class Projet:
    train: Jeu
    test: Jeu
    resultats: dict[str, Any] = field(default_factory=dict)

projet = Projet(*(Jeu(*couple) for couple in keras.datasets.mnist.load_data()))
x_train, y_train = projet.train.images, projet.train.etiquettes
x_test, y_test = projet.test.images, projet.test.etiquettes

# %% grille-test
figure_test = projet.test.grille()

# %% preparer
x_train_norm, x_test_norm = projet.train.normalisees, projet.test.normalisees

# %% construire-cnn
class Fabrique:
    @staticmethod
    def bloc(x: keras.KerasTensor, filtres: int, noyau: int) -> keras.KerasTensor:
        x = layers.Conv2D(filtres, noyau, use_bias=True)(x)
        return layers.MaxPooling2D()(layers.ReLU()(x))

def construire_cnn(nb_filtres: int = 32, taille_noyau: int | tuple[int, int] = 3, nb_classes: int = 10) -> keras.Model:
    entree = keras.Input(shape=(28, 28, 1), batch_size=None, dtype="float32", name="image")
    x = layers.Flatten()(Fabrique.bloc(entree, nb_filtres, taille_noyau))
    x = layers.ReLU()(layers.Dense(64)(x))
    return keras.Model(inputs=[entree], outputs=[layers.Dense(nb_classes, name="scores")(x)], name=f"cnn_{nb_filtres}")

# %% predire
projet.resultats["y_pred"] = model.predict(projet.test.normalisees).argmax(axis=-1)
y_pred = projet.resultats["y_pred"]
confusion = np.zeros((10, 10), dtype=int)
couples, nombres = np.unique(np.stack([y_test, y_pred]), axis=1, return_counts=True)
confusion[tuple(couples)] = nombres
