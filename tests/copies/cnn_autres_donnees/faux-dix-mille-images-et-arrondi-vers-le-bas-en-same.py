# ---
# points: {test-charger-fashion: 0, test-sortie-convolution: 0, test-sortie-pooling: 0}
# ---
# Seules dix mille images sont gardées ; « same » arrondit vers le bas.

# %% charger-fashion
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train, y_train = x_train[:10000], y_train[:10000]

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    def cote(n):
        return n // pas if padding == "same" else (n - noyau) // pas + 1

    return cote(hauteur), cote(largeur)

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    pas = pas or fenetre

    def cote(n):
        return n // pas if padding == "same" else (n - fenetre) // pas + 1

    return cote(hauteur), cote(largeur)
