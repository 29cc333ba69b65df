# ---
# points: {test-taille-flatten: 0, test-params-dense-1: 0, test-nb-parametres: 0, test-evaluer: 0}
# ---
# Le « + 1 » de la formule est oublié, et le pooling donne un côté de 12,5 pixels.
# Les mesures de la dernière époque de validation sont prises pour celles du jeu de test.

# %% taille-flatten
cote = (28 - 3) / 2
taille_flatten = cote * cote * 32

# %% nb-parametres
params_conv = 32 * (9 + 1)
params_dense_1 = taille_flatten * 64 + 64
params_dense_2 = 64 * 10 + 10
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% evaluer
perte_test = history.history["val_loss"][-1]
exactitude_test = history.history["val_accuracy"][-1]
