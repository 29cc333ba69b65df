# ---
# points: {test-charger-mnist: 0}
# ---
# Les étiquettes de test sont les 10 000 premières de l'entraînement.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, _) = keras.datasets.mnist.load_data()
y_test = y_train[:10000]
