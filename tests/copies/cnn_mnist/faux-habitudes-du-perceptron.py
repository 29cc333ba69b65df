# ---
# points: {test-charger-mnist: 0, test-preparer: 0, test-taille-flatten: 0, test-params-dense-1: 0, test-nb-parametres: 0}
# ---
# Comme au TP précédent, les images sont mises à plat et la première couche Dense est reliée aux 784 pixels.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.reshape((60000, 784))
x_test = x_test.reshape((10000, 784))

# %% preparer
x_train_norm = x_train.reshape((60000, 28 * 28)).astype("float32") / 255
x_test_norm = x_test.reshape((10000, 28 * 28)).astype("float32") / 255

# %% taille-flatten
taille_flatten = 28 * 28

# %% nb-parametres
params_conv = 320
params_dense_1 = 784 * 64 + 64
params_dense_2 = 64 * 10 + 10
nb_parametres = params_conv + params_dense_1 + params_dense_2
