# ---
# points: {test-charger-mnist: 0}
# ---
# Dans chaque couple, les étiquettes sont prises pour les images.

# %% charger-mnist
import numpy as np
import matplotlib.pyplot as plt
from tensorflow import keras
from tensorflow.keras import layers, models
from tensorflow.keras.datasets import mnist

(y_train, x_train), (y_test, x_test) = mnist.load_data()
