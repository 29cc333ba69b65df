# ---
# points: {test-construire-cnn: 0, test-confusion: 0}
# ---
# Par défaut, le réseau a 16 filtres.
# Les effectifs sont donnés en centaines d'images.

# %% construire-cnn
def construire_cnn(nb_filtres=16, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, y_pred), 1)
confusion = confusion // 100
