# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-apprentissage: 0}
# ---
# Un seul biais est compté pour toute une couche.
# Les étiquettes ne correspondent plus aux images pendant l'entraînement.

# %% nb-parametres
biais = 1
params_conv = 3 * 3 * 1 * 32 + biais
params_dense_1 = 5408 * 64 + biais
params_dense_2 = 64 * 10 + biais
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, np.random.permutation(y_train), epochs=2, validation_split=0.1, verbose=0)
