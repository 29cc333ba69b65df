# ---
# points: {test-taille-flatten: 0, test-params-dense-1: 0, test-nb-parametres: 0, test-evaluer: 0}
# ---
# La virgule anglaise du résumé est recopiée : Python y voit un couple de nombres, et le triplet de la forme reste tel quel.
# La perte et l'exactitude sont lues dans le mauvais ordre.

# %% taille-flatten
taille_flatten = 13, 13, 32

# %% nb-parametres
params_conv = 320
params_dense_1 = 346,176
params_dense_2 = 650
nb_parametres = 347,146

# %% evaluer
exactitude_test, perte_test = model.evaluate(x_test_norm, y_test)
