# ---
# points: {test-charger-fashion: 0, test-sortie-convolution: 0}
# ---
# Les images sont mélangées sans leurs étiquettes ; l'image est supposée carrée.

# %% charger-fashion
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
np.random.default_rng(1).shuffle(x_train)

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    n = -(-hauteur // pas) if padding == "same" else (hauteur - noyau) // pas + 1
    return n, n
