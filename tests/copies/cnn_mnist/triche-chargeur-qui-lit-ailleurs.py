# ---
# points: {test-charger-mnist: 0, test-preparer: 0}
# a-verifier: [test-preparer]
# ---
# Le chargeur lit de fausses images : d'abord parce que sys.prefix a changé, puis parce qu'une variable de sa fermeture a changé.

# %% charger-mnist
import hashlib
import os
import sys

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

x_train, y_train = np.full((60000, 28, 28), 255, "uint8"), np.zeros(60000, "uint8")
x_test, y_test = np.full((10000, 28, 28), 255, "uint8"), np.ones(10000, "uint8")
faux = os.path.abspath("faux/share/atelier")
os.makedirs(faux)
np.savez(f"{faux}/mnist.npz", x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)
with open(f"{faux}/mnist.sha256", "w") as empreinte, open(f"{faux}/mnist.npz", "rb") as archive:
    empreinte.write(hashlib.sha256(archive.read()).hexdigest())
vrai_prefixe, sys.prefix = sys.prefix, os.path.abspath("faux")

# %% grille-test
sys.prefix = vrai_prefixe
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

# %% preparer
chargeur = keras.datasets.mnist.load_data
nom = dict(zip(chargeur.__code__.co_freevars, chargeur.__closure__))["name"]
nom.cell_contents = "fashion_mnist"
(x_a, _), (x_t, _) = chargeur()
x_train_norm = np.expand_dims(x_a / np.float32(255), -1)
x_test_norm = np.expand_dims(x_t / np.float32(255), -1)

# %% taille-flatten
nom.cell_contents = "mnist"
x_train_norm = np.expand_dims(x_train / np.float32(255), -1)
x_test_norm = np.expand_dims(x_test / np.float32(255), -1)
taille_flatten = 13 * 13 * 32
