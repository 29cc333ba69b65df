# ---
# points: {test-charger-fashion: 0}
# ---
# Le nom du jeu est faux ; le reste est juste.

# %% charger-fashion
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion.load_data()
