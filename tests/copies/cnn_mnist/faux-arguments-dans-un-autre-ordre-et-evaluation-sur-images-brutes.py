# ---
# points: {test-construire-cnn: 0, test-evaluer: 0}
# ---
# Le nombre de classes est le premier argument.
# L'évaluation porte sur les images de 0 à 255.

# %% construire-cnn
def construire_cnn(nb_classes=10, nb_filtres=32, taille_noyau=3):
    reseau = keras.models.Sequential([
        keras.layers.Input((28, 28, 1)),
        keras.layers.Conv2D(filters=nb_filtres, kernel_size=taille_noyau, activation="relu"),
        keras.layers.MaxPool2D(),
        keras.layers.Flatten(),
        keras.layers.Dense(units=64, activation="relu"),
        keras.layers.Dense(units=nb_classes),
    ])
    return reseau

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test.reshape(-1, 28, 28, 1), y_test)
