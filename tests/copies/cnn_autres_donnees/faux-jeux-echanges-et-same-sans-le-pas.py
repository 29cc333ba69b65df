# ---
# points: {test-charger-fashion: 0, test-sortie-convolution: 0}
# ---
# Les jeux d'entraînement et de test sont échangés ; « same » garde toujours la taille.

# %% charger-fashion
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_test, y_test), (x_train, y_train) = keras.datasets.fashion_mnist.load_data()

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    if padding == "same":
        return hauteur, largeur
    return (hauteur - noyau) // pas + 1, (largeur - noyau) // pas + 1
