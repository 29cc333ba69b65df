# ---
# points: {test-construire-cnn: 0, test-predire: 0}
# ---
# Les arguments n'ont pas de valeur par défaut.
# y_pred dit si chaque image est bien classée, et non dans quelle classe elle l'est.

# %% construire-cnn
def construire_cnn(nb_filtres, taille_noyau, nb_classes):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

essai = construire_cnn(32, 3, 10)
essai.summary()

# %% predire
pred = model.predict(x_test_norm).argmax(axis=1)
y_pred = (pred == y_test)
confusion = np.bincount(10 * y_test.astype(int) + pred, minlength=100).reshape(10, 10)
