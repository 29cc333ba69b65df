# ---
# points: {test-construire-cnn: 0, test-confusion: 0}
# ---
# La convolution n'a pas de biais.
# Avec deux tableaux d'indices, += n'ajoute un qu'une fois à chaque case de la matrice.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu", use_bias=False),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
confusion[y_test, y_pred] += 1
