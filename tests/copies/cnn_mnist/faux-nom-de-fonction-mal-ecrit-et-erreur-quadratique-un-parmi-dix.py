# ---
# points: {test-construire-cnn: 0, test-compilation: 0}
# ---
# La fonction est juste, mais son nom finit en majuscules.
# La perte est l'erreur quadratique entre les scores et les étiquettes « one-hot » : le réseau apprend pourtant.

# %% construire-cnn
def construire_CNN(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, (taille_noyau, taille_noyau), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

construire_CNN().summary()

# %% entrainer
from keras.utils import to_categorical

Y_train = to_categorical(y_train, 10)
Y_test = to_categorical(y_test, 10)
model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
history = model.fit(x_train_norm, Y_train, epochs=5, batch_size=64, validation_split=0.2)

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test_norm, Y_test)
