# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-nb-parametres: 0}
# ---
# Un seul filtre est compté, avec une seule carte.

# %% taille-flatten
taille_flatten = 13 * 13

# %% nb-parametres
params_conv = 3 * 3 + 1
params_dense_1 = 13 * 13 * 64 + 64
params_dense_2 = 64 * 10 + 10
nb_parametres = params_conv + params_dense_1 + params_dense_2
