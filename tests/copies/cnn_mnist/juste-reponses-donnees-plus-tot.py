# Plusieurs réponses sont données dans une cellule précédente ; la leur ne contient plus qu'un commentaire.

# %% charger-mnist
import functools
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train_norm, x_test_norm = (np.interp(x[..., None], [0, 255], [0, 1]).astype("f4") for x in (x_train, x_test))

# %% preparer
# déjà fait à la question 1

# %% taille-flatten
taille_flatten = 5_408
params_conv, params_dense_1, params_dense_2 = 320, 346_176, 650
nb_parametres = 347_146

# %% nb-parametres
print(params_conv, params_dense_1, params_dense_2, nb_parametres)

def batir(nb_filtres, taille_noyau, nb_classes, cote):
    return keras.Sequential([
        keras.Input((cote, cote, 1)), layers.Conv2D(nb_filtres, taille_noyau, 1, "valid", activation="relu"), layers.MaxPooling2D(),
        layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(nb_classes)])

construire_cnn = functools.partial(batir, nb_filtres=32, taille_noyau=3, nb_classes=10, cote=28)

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return batir(nb_filtres, taille_noyau, nb_classes, 28)

# %% entrainer
import tensorflow as tf

ds_val = tf.data.Dataset.from_tensor_slices((x_train_norm[-6000:], y_train[-6000:])).batch(128)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm[:-6000], y_train[:-6000], epochs=2, validation_data=ds_val)
figure_courbes, axs = plt.subplots(4)
for ax, (nom, valeurs) in zip(axs, history.history.items()):
    ax.plot(valeurs)
perte_test, exactitude_test = model.evaluate(x_test_norm, y_test)
y_pred = np.argmax(model.predict(x_test_norm), axis=1)

# %% courbes
figure_courbes

# %% evaluer
print(perte_test, exactitude_test)

# %% predire
confusion = tf.math.confusion_matrix(y_test, y_pred)
