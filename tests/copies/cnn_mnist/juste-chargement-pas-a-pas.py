# Le fichier est nommé au chargeur, les tableaux sont dépliés un à un et recopiés dans d'autres types.

# %% charger-mnist
import os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

def charger():
    global x_train, y_train, x_test, y_test
    donnees = keras.datasets.mnist.load_data(path="mnist.npz")
    entrainement = donnees[0]
    test = donnees[1]
    x_train = np.array(entrainement[0], dtype="float32")
    y_train = entrainement[1].astype(int)
    x_test = np.array(test[0], dtype="float32")
    y_test = test[1].astype("int32")

charger()
assert x_train.shape[0] == 60000

# %% grille-test
from matplotlib.gridspec import GridSpec

figure_test = plt.figure(figsize=(8, 10), constrained_layout=True)
grille = GridSpec(5, 5, figure=figure_test)
for ligne in range(5):
    for colonne in range(5):
        rang = 5 * ligne + colonne
        repere = figure_test.add_subplot(grille[ligne, colonne])
        repere.imshow(x_test[rang], vmin=0, vmax=255)
        repere.set(xticks=[], yticks=[], ylabel=f"{class_names[y_test[rang]].lower()}")

# %% preparer
x_train_norm = np.stack([image / 255 for image in x_train])[:, :, :, None]
x_test_norm = np.stack([image / 255 for image in x_test])[:, :, :, None]
