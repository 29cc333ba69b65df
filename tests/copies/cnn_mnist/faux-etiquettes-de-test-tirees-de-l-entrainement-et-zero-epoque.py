# ---
# points: {test-charger-mnist: 0, test-apprentissage: 0}
# ---
# Les étiquettes de test sont les 10 000 premières de l'entraînement.
# Le nombre d'époques est nul : rien n'est appris.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, _) = keras.datasets.mnist.load_data()
y_test = y_train[:10000]

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
EPOCHS = 0
history = model.fit(x_train_norm, y_train, epochs=EPOCHS, validation_split=0.1)
