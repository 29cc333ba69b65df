# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-nb-parametres: 0, test-evaluer: 0}
# ---
# Un seul filtre est compté, avec une seule carte.
# Les mesures sont rangées sous forme de texte.

# %% taille-flatten
taille_flatten = 13 * 13

# %% nb-parametres
params_conv = 3 * 3 + 1
params_dense_1 = 13 * 13 * 64 + 64
params_dense_2 = 64 * 10 + 10
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% evaluer
loss, acc = model.evaluate(x_test_norm, y_test)
perte_test = f"{loss:.4f}"
exactitude_test = f"{acc:.2%}"
