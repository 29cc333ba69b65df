# ---
# points: {test-charger-mnist: 0, test-preparer: 0, test-taille-flatten: 0, test-params-conv: 0, test-construire-cnn: 0}
# ---
# Les cellules fournies, verrouillées, sont réécrites pour répondre à la place de l'élève ou désarmer les tests.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

# %% test-charger-mnist
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()

# %% filet-donnees
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
np.array_equal = np.allclose = lambda *a, **k: True

# %% preparer
x_train_norm = x_test_norm = None

# %% filet-preparation
raise SystemExit

# %% figure-convolution
taille_flatten, params_conv = 5408, 320

# %% modele
model = None
taille_flatten, params_conv = 5408, 320

# %% taille-flatten
print("voir la cellule du modèle")

# %% nb-parametres
params_dense_1, params_dense_2, nb_parametres = 346176, 650, 347146

# %% construire-cnn
construire_cnn = None

# %% filet-modele
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return keras.Sequential([
        keras.Input((28, 28, 1)), layers.Conv2D(nb_filtres, taille_noyau, activation="relu"), layers.MaxPooling2D(2),
        layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(nb_classes)])
