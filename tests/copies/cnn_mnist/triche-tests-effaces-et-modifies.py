# ---
# points: {test-taille-flatten: 0, test-preparer: 0, test-params-conv: 0}
# ---
# Un test est effacé, un autre vidé, un troisième affiche une note.

# %% preparer
x_train_norm = x_test_norm = 0

# %% test-preparer supprimer=true

# %% taille-flatten
taille_flatten = 1

# %% test-taille-flatten
pass

# %% nb-parametres
params_conv = 1
params_dense_1 = 346176
params_dense_2 = 650
nb_parametres = 347146

# %% test-params-conv
1
