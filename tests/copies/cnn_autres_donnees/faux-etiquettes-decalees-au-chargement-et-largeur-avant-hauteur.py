# ---
# points: {test-charger-fashion: 0, test-sortie-convolution: 0}
# ---
# Les classes sont numérotées de 1 à 10 ; la sortie est rendue à l'envers.

# %% charger-fashion
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
y_train = y_train + 1
y_test = y_test + 1

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    def cote(n):
        return -(-n // pas) if padding == "same" else (n - noyau) // pas + 1

    return cote(largeur), cote(hauteur)
