# ---
# points: {test-charger-mnist: 0}
# ---
# Seules les images d'entraînement sont chargées, le jeu de test est jeté.

# %% charger-mnist
import keras, numpy as np, matplotlib.pyplot as plt
from keras import layers, models

(x_train, y_train), _ = keras.datasets.mnist.load_data()
