# ---
# points: {test-charger-mnist: 0}
# ---
# Les images d'entraînement et leurs étiquettes sont mélangées ensemble dès le chargement.

# %% charger-mnist
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
rng = np.random.default_rng(42)
ordre = rng.permutation(len(x_train))
x_train, y_train = x_train[ordre], y_train[ordre]
