# ---
# points: {test-charger-fashion: 0, test-sortie-convolution: 0}
# ---
# Les images sont divisées au chargement ; le + 1 de la sortie est oublié.

# %% charger-fashion
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train, x_test = x_train / 255, x_test / 255

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    if padding == "same":
        return -(-hauteur // pas), -(-largeur // pas)
    return (hauteur - noyau) // pas, (largeur - noyau) // pas
