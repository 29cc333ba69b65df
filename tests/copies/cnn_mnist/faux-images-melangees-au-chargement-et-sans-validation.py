# ---
# points: {test-charger-mnist: 0, test-apprentissage: 0}
# ---
# Les images d'entraînement et leurs étiquettes sont mélangées ensemble dès le chargement.
# Le modèle est entraîné sans données de validation.

# %% charger-mnist
import numpy as np
import matplotlib.pyplot as plt
import keras
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
rng = np.random.default_rng(42)
ordre = rng.permutation(len(x_train))
x_train, y_train = x_train[ordre], y_train[ordre]

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, batch_size=32)
