# ---
# points: {test-charger-mnist: 0}
# ---
# Le jeu d'entraînement est réduit à 10 000 images, pour gagner du temps.

# %% charger-mnist
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
n = 10000  # mon ordinateur est lent
x_train, y_train = x_train[:n], y_train[:n]
