# ---
# points: {test-charger-mnist: 0, test-apprentissage: 0}
# ---
# Le jeu chargé est celui des vêtements.
# L'entraînement est fait dans une fonction qui ne renvoie rien.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

fashion_mnist = keras.datasets.fashion_mnist
(x_train, y_train), (x_test, y_test) = fashion_mnist.load_data()

# %% entrainer
def entrainer(modele, epoques):
    modele.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    h = modele.fit(x_train_norm, y_train, epochs=epoques, validation_split=0.1, verbose=0)
    print("exactitude de validation :", h.history["val_accuracy"][-1])

history = entrainer(model, 5)
