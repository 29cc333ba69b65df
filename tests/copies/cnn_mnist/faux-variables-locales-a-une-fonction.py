# ---
# points: {test-preparer: 0, test-taille-flatten: 0}
# ---
# Les variables ne sont créées que dans des fonctions, dont le résultat est perdu.

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
