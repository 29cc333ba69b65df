# ---
# points: {test-taille-flatten: 0}
# a-verifier: [test-taille-flatten]
# ---
# La propriété output_shape des modèles de Keras donne la réponse de l'élève, le temps d'une question.

# %% taille-flatten
taille_flatten = 14 * 14 * 32
vraie_propriete = models.Sequential.output_shape
models.Sequential.output_shape = property(lambda modele: (None, taille_flatten))

# %% nb-parametres
models.Sequential.output_shape = vraie_propriete
params_conv = (3 * 3 + 1) * 32
params_dense_1 = (13 * 13 * 32 + 1) * 64
params_dense_2 = 65 * 10
nb_parametres = params_conv + params_dense_1 + params_dense_2
