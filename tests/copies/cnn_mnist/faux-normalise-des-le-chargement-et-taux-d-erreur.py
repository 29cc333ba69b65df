# ---
# points: {test-charger-mnist: 0, test-preparer: 0, test-evaluer: 0}
# ---
# La division par 255 est faite à la question 1 ; à la question 3, il ne reste que le canal, ajouté aux images rechargées par le filet.
# C'est la proportion d'images mal classées qui est donnée.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train, x_test = x_train / 255.0, x_test / 255.0

# %% preparer
# déjà divisé par 255 plus haut
x_train_norm = x_train.reshape(60000, 28, 28, 1)
x_test_norm = x_test.reshape(10000, 28, 28, 1)

# %% evaluer
perte_test, acc = model.evaluate(x_test_norm, y_test)
exactitude_test = 1 - acc
