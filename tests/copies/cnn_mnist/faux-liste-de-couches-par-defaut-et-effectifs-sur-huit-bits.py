# ---
# points: {test-construire-cnn: 0, test-confusion: 0}
# ---
# La liste de couches, valeur par défaut d'un argument, est la même à chaque appel : elle s'allonge.
# Les effectifs, entiers de huit bits, repartent de zéro après 255.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10, couches=[]):
    couches += [
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ]
    return models.Sequential(couches)

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype="uint8")
for vraie, predite in zip(y_test, y_pred):
    confusion[vraie, predite] += 1
