# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Le nombre de valeurs en sortie de chaque couche est pris pour celui de ses paramètres.

# %% nb-parametres
params_conv = 26 * 26 * 32
params_dense_1 = 64
params_dense_2 = 10
nb_parametres = params_conv + 13 * 13 * 32 + 5408 + params_dense_1 + params_dense_2
