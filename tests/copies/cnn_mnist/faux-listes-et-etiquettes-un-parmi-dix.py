# ---
# points: {test-charger-mnist: 0}
# ---
# Les images deviennent des listes et les étiquettes des vecteurs dès le chargement.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models
from keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train, x_test = list(x_train), list(x_test)
y_train = to_categorical(y_train, 10)
y_test = to_categorical(y_test, 10)
