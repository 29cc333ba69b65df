# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# La couche Input est comptée dans model.layers : chaque indice est décalé, et le dernier n'existe pas.

# %% nb-parametres
couches = model.layers
params_conv = couches[1].count_params()
params_dense_1 = couches[4].count_params()
params_dense_2 = couches[5].count_params()
nb_parametres = model.count_params()
