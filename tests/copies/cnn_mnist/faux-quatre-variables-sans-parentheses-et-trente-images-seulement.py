# ---
# points: {test-charger-mnist: 0, test-preparer: 0, test-apprentissage: 0}
# ---
# Le dépliage en quatre variables échoue ; plus loin, l'ajout du canal n'est pas rangé dans la variable demandée.
# L'entraînement ne voit que trente images : c'est trop peu pour apprendre.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

x_train, y_train, x_test, y_test = keras.datasets.mnist.load_data()

# %% preparer
x_train_norm = x_train / 255.0
x_test_norm = x_test / 255.0
np.expand_dims(x_train_norm, axis=-1)
np.expand_dims(x_test_norm, axis=-1)

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
petit_x, petit_y = x_train_norm[:30], y_train[:30]  # pour aller plus vite
history = model.fit(petit_x, petit_y, epochs=30, validation_data=(x_test_norm, y_test))
