# ---
# points: {test-construire-cnn: 0, test-confusion: 0}
# ---
# La couche cachée est créée une fois pour toutes hors de la fonction : les modèles se partagent ses poids.
# Seules les erreurs sont comptées : la diagonale est vidée.

# %% construire-cnn
cachee = layers.Dense(64, activation="relu")

def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, (taille_noyau, taille_noyau), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        cachee,
        layers.Dense(nb_classes),
    ])

# %% predire
y_pred = model.predict(x_test_norm).argmax(-1)
confusion = np.zeros((10, 10), dtype=int)
for v, p in zip(y_test, y_pred):
    if v != p:
        confusion[v, p] += 1
