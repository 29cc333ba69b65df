# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Les bons nombres sont lus dans le résumé du modèle, mais donnés entre guillemets.

# %% taille-flatten
taille_flatten = "5408"

# %% nb-parametres
params_conv = "320"
params_dense_1 = "346,176"
params_dense_2 = "650"
nb_parametres = "347,146"
