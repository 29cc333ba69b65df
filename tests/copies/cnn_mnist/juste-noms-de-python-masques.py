# Des variables portent les noms de fonctions de Python (all, max, sum, list, type, filter…) ; les réponses sont justes.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, models

all = keras.datasets.mnist.load_data()
(x_train, y_train), (x_test, y_test) = all
min, max = x_train.min(), x_train.max()
type = x_train.dtype
print(min, max, type)

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
list = x_test[:25]
id = 0
for object in list:
    id += 1
    plt.subplot(5, 5, id)
    plt.imshow(object, cmap="bone")
    str = class_names[y_test[id - 1]]
    plt.title(str)
    plt.axis("off")

# %% preparer
x_train_norm = (x_train.reshape(60000, 28, 28, 1) - min) / max
x_test_norm = (x_test.reshape(10000, 28, 28, 1) - min) / max

# %% taille-flatten
layers = model.layers
input = layers[1].output.shape
iter, next, map = input[1:]
taille_flatten = iter * next * map

# %% nb-parametres
dict = {couche.name: couche.count_params() for couche in layers}
list = [v for v in dict.values() if v > 0]
params_conv, params_dense_1, params_dense_2 = list
sum = 0
for v in list:
    sum += v
nb_parametres = sum

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    filter = nb_filtres
    layers = keras.layers
    input = keras.Input(shape=(28, 28, 1))
    x = layers.Conv2D(filter, taille_noyau, activation="relu")(input)
    x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dense(64, activation="relu")(x)
    return keras.Model(input, layers.Dense(nb_classes)(x))

# %% courbes
figure_courbes, axes = plt.subplots(2, 2)
vars = [v for v in history.history]
for axe, v in zip(axes.flat, vars):
    axe.plot(history.history[v])
    axe.set_title(v)

# %% predire
hash = model.predict(x_test_norm)
y_pred = hash.argmax(1)
bin = np.bincount(y_test * 10 + y_pred, minlength=100)
confusion = bin.reshape(10, 10)
set = y_pred[y_pred != y_test]
