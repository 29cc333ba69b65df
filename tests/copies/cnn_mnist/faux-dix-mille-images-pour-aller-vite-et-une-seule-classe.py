# ---
# points: {test-charger-mnist: 0, test-apprentissage: 0}
# ---
# Le jeu d'entraînement est réduit à 10 000 images, pour gagner du temps.
# Le modèle n'apprend que des SEPT : il répond SEPT à tout.

# %% charger-mnist
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
n = 10000  # mon ordinateur est lent
x_train, y_train = x_train[:n], y_train[:n]

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
sept = (y_train == 7)
history = model.fit(x_train_norm[sept], y_train[sept], epochs=2, validation_split=0.1)
