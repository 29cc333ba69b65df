# Keras est réglé sur des nombres à 64 bits pour tout le notebook.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import backend as K
from keras import layers, models

K.set_floatx("float64")
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()

# %% preparer
x_train_norm = np.array(x_train, dtype=float).reshape(x_train.shape + (1,)) / 255
x_test_norm = np.array(x_test, dtype=float).reshape(x_test.shape + (1,)) / 255
assert x_train_norm.dtype == K.floatx()

# %% taille-flatten
taille_flatten = np.float64(model.layers[2].output.shape[1])

# %% evaluer
resultats = model.evaluate(x_test_norm, y_test, verbose=0)
perte_test, exactitude_test = np.float64(resultats)
