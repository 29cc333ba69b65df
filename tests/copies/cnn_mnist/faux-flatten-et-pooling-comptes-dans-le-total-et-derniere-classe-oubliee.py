# ---
# points: {test-params-dense-2: 0, test-nb-parametres: 0, test-confusion: 0}
# ---
# Le pooling et Flatten ajoutent leurs tailles au total ; la dernière couche additionne au lieu de multiplier.
# La boucle s'arrête avant la classe 9.

# %% nb-parametres
params_conv = 320
params_dense_1 = 346176
params_dense_2 = 64 + 10
params_pooling = 2 * 2 * 32
params_flatten = 5408
nb_parametres = params_conv + params_pooling + params_flatten + params_dense_1 + params_dense_2

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=1)
confusion = np.zeros((10, 10), dtype=int)
for i in range(0, 9):
    for j in range(0, 9):
        confusion[i, j] = ((y_test == i) & (y_pred == j)).sum()
