# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Le signe de la multiplication est écrit comme sur le papier.

# %% nb-parametres
params_conv = 32 × (3 × 3 + 1)
params_dense_1 = 64 × (5408 + 1)
params_dense_2 = 10 × (64 + 1)
nb_parametres = params_conv + params_dense_1 + params_dense_2
