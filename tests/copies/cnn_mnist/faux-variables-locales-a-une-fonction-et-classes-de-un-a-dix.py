# ---
# points: {test-preparer: 0, test-taille-flatten: 0, test-predire: 0, test-confusion: 0}
# ---
# Les variables ne sont créées que dans des fonctions, dont le résultat est perdu.
# Les classes prédites vont de 1 à 10 et la matrice a onze lignes et onze colonnes.

# %% preparer
def preparation():
    x_train_norm = x_train.reshape(-1, 28, 28, 1) / 255.0
    x_test_norm = x_test.reshape(-1, 28, 28, 1) / 255.0
    return x_train_norm, x_test_norm

preparation()

# %% taille-flatten
def calcul_taille():
    cote = (28 - 3 + 1) // 2
    taille_flatten = cote * cote * 32
    print(taille_flatten)

calcul_taille()

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=-1) + 1
confusion = np.zeros((11, 11))
for v, p in zip(y_test + 1, y_pred):
    confusion[v, p] += 1
