# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Les poids sont comptés, pas les biais.

# %% nb-parametres
params_conv = 3 * 3 * 32
params_dense_1 = taille_flatten * 64
params_dense_2 = 64 * 10
nb_parametres = params_conv + params_dense_1 + params_dense_2
