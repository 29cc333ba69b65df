# Le style « pylab » des cours de calcul scientifique : une seule étoile importe NumPy et Matplotlib.

# %% charger-mnist
from pylab import *
from keras import *
from keras.datasets import mnist

(x_train, y_train), (x_test, y_test) = mnist.load_data()
print(x_train.shape, x_test.shape, unique(y_train))

# %% grille-test
figure_test, cases = subplots(5, 5)
for case, x, y in zip(ravel(cases), x_test, y_test):
    sca(case)
    gray()
    imshow(x)
    axis("off")
    title(class_names[y])
show()

# %% preparer
x_train_norm = x_train[..., newaxis] / float32(255)
x_test_norm = x_test[..., newaxis] / float32(255)

# %% taille-flatten
taille_flatten = floor((28 - 3 + 1) / 2) ** 2 * 32

# %% nb-parametres
params = array([32 * (3**2 + 1), 64 * (taille_flatten + 1), 10 * (64 + 1)])
params_conv, params_dense_1, params_dense_2 = params
nb_parametres = sum(params)

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return Sequential([
        Input((28, 28, 1)), layers.Conv2D(nb_filtres, taille_noyau, activation="relu"), layers.MaxPooling2D(),
        layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(nb_classes)])

# %% entrainer
model.compile(optimizers.Adam(), losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=[metrics.SparseCategoricalAccuracy("acc")])
history = model.fit(x_train_norm, y_train, epochs=4, validation_split=1 / 6, batch_size=100, verbose=2)

# %% courbes
figure_courbes, a = subplots()
a.set_yscale("log")
for nom, valeurs in history.history.items():
    a.plot(valeurs, "o:", label=nom)
a.legend()
show()

# %% predire
y_pred = model.predict(x_test_norm).argmax(axis=1)
confusion = histogram2d(y_test, y_pred, bins=arange(-0.5, 10))[0]
imshow(confusion)
colorbar()
