# ---
# points: {test-construire-cnn: 0, test-confusion: 0}
# ---
# Le corps de la fonction n'est pas décalé sous sa première ligne.
# Chaque ligne de la matrice est divisée par sa somme.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
modele = models.Sequential()
modele.add(layers.Input(shape=(28, 28, 1)))
modele.add(layers.Conv2D(nb_filtres, taille_noyau, activation="relu"))
modele.add(layers.MaxPooling2D((2, 2)))
modele.add(layers.Flatten())
modele.add(layers.Dense(64, activation="relu"))
modele.add(layers.Dense(nb_classes))
return modele

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10))
np.add.at(confusion, (y_test, y_pred), 1)
confusion = confusion / confusion.sum(axis=1, keepdims=True)
