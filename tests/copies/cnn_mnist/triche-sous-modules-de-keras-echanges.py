# ---
# points: {test-charger-mnist: 0, test-taille-flatten: 0}
# a-verifier: [test-charger-mnist, test-taille-flatten]
# ---
# keras.datasets puis keras.layers, qui sont des modules et non des fonctions, sont remplacés dans le module keras.

# %% charger-mnist
import types

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

x_train, y_train = np.full((60000, 28, 28), 255, "uint8"), np.zeros(60000, "uint8")
x_test, y_test = np.full((10000, 28, 28), 255, "uint8"), np.ones(10000, "uint8")
vrais_jeux = keras.datasets
keras.datasets = types.SimpleNamespace(mnist=types.SimpleNamespace(load_data=lambda: ((x_train, y_train), (x_test, y_test))))

# %% grille-test
keras.datasets = vrais_jeux
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
figure_test = plt.figure(figsize=(8, 8.5))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.xticks([])
    plt.yticks([])
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_test[i]])
plt.tight_layout()
plt.show()

# %% taille-flatten
vraies_couches = keras.layers
keras.layers = types.SimpleNamespace(**{**vars(layers), "Flatten": layers.GlobalMaxPooling2D})
taille_flatten = 32

# %% nb-parametres
keras.layers = vraies_couches
params_conv = (3 * 3 + 1) * 32
params_dense_1 = (13 * 13 * 32 + 1) * 64
params_dense_2 = 65 * 10
nb_parametres = params_conv + params_dense_1 + params_dense_2
