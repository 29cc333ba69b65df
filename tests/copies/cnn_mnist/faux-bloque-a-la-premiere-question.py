# ---
# points: {test-charger-mnist: 0}
# ---
# Rien n'est chargé ; la suite est juste grâce au filet de sécurité.

# %% charger-mnist
import matplotlib.pyplot as plt
import numpy as np
import keras
from keras import layers, models

keras.datasets.mnist.charger()
