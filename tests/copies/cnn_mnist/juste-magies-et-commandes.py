# Des magies d'IPython, des commandes du système et de l'aide dans les cellules de réponse.

# %% charger-mnist
# %matplotlib inline
# %config InlineBackend.figure_format = "svg"
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

# !ls -la
# !nvidia-smi
# %time (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
# %whos

# %% taille-flatten
help(layers.Flatten)
# ?layers.MaxPooling2D
taille_flatten = model.layers[2].output.shape[-1]
taille_flatten

# %% construire-cnn
# %pip list
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %timeit -n 1 -r 1 construire_cnn()
keras.utils.plot_model(construire_cnn(), show_shapes=True)

# %% entrainer
# %%time
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=3, validation_split=0.1)

# %% predire
# %%capture sortie
y_pred = model.predict(x_test_norm).argmax(axis=1)
confusion = np.zeros((10, 10), dtype=np.int64)
np.add.at(confusion, (y_test, y_pred), 1)
print(confusion)
