# Toutes les bibliothèques sont importées avec une étoile ; les noms s'écrivent sans préfixe.

# %% charger-mnist
from numpy import *
from matplotlib.pyplot import *
from keras.layers import *
from keras.models import *
from keras.losses import *
import keras.datasets.mnist as m

(x_train, y_train), (x_test, y_test) = m.load_data()

# %% grille-test
figure_test = figure(figsize=(7, 7))
for i in range(25):
    subplot(5, 5, 1 + i)
    imshow(x_test[i], cmap="Greys")
    xticks([14], [class_names[y_test[i]]])
    yticks([])

# %% preparer
x_train_norm = divide(x_train, 255)[:, :, :, newaxis]
x_test_norm = divide(x_test, 255)[:, :, :, newaxis]

# %% taille-flatten
taille_flatten = prod([13, 13, 32])

# %% nb-parametres
params_conv = prod((3, 3, 1, 32)) + 32
params_dense_1 = taille_flatten * 64 + 64
params_dense_2 = 64 * 10 + 10
nb_parametres = sum((params_conv, params_dense_1, params_dense_2))

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    reseau = Sequential()
    reseau.add(Input((28, 28, 1)))
    reseau.add(Conv2D(nb_filtres, taille_noyau))
    reseau.add(Activation("relu"))
    reseau.add(MaxPool2D())
    reseau.add(Flatten())
    reseau.add(Dense(64))
    reseau.add(Activation("relu"))
    reseau.add(Dense(nb_classes))
    return reseau

# %% entrainer
model.compile("nadam", SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, 64, 3, validation_split=0.2)

# %% courbes
figure_courbes, (a, b) = subplots(2, 1, sharex=True)
a.plot(history.epoch, array([history.history["loss"], history.history["val_loss"]]).T)
b.plot(history.epoch, array([history.history["accuracy"], history.history["val_accuracy"]]).T)
show()

# %% predire
y_pred = argmax(model.predict(x_test_norm), axis=-1)
confusion = zeros((10, 10), int)
for v, p in zip(y_test, y_pred):
    confusion[v, p] += 1
