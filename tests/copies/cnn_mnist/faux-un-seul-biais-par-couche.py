# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Un seul biais est compté pour toute une couche.

# %% nb-parametres
biais = 1
params_conv = 3 * 3 * 1 * 32 + biais
params_dense_1 = 5408 * 64 + biais
params_dense_2 = 64 * 10 + biais
nb_parametres = params_conv + params_dense_1 + params_dense_2
