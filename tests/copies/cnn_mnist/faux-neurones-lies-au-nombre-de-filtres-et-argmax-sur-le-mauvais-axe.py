# ---
# points: {test-construire-cnn: 0, test-predire: 0, test-confusion: 0}
# ---
# Les 64 neurones sont écrits comme le double du nombre de filtres.
# Le maximum est cherché parmi les images et non parmi les classes ; la matrice ne peut pas être calculée.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(nb_filtres * 2, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=0)
c = np.zeros((10, 10), dtype=int)
for vraie, predite in zip(y_test, y_pred, strict=True):
    c[vraie, predite] += 1
confusion = c
