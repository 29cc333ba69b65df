# ---
# points: {test-charger-mnist: 0}
# ---
# Les deux couples sont dépliés dans le mauvais ordre : le jeu de test d'abord.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_test, y_test), (x_train, y_train) = keras.datasets.mnist.load_data()
