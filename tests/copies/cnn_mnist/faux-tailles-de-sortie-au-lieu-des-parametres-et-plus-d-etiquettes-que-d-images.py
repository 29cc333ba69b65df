# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-apprentissage: 0}
# ---
# Le nombre de valeurs en sortie de chaque couche est pris pour celui de ses paramètres.
# Les images sont séparées de celles de validation, leurs étiquettes non : fit s'arrête sur une erreur.

# %% nb-parametres
params_conv = 26 * 26 * 32
params_dense_1 = 64
params_dense_2 = 10
nb_parametres = params_conv + 13 * 13 * 32 + 5408 + params_dense_1 + params_dense_2

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
x_app, x_val = x_train_norm[:50000], x_train_norm[50000:]
y_val = y_train[50000:]
history = model.fit(x_app, y_train, epochs=5, validation_data=(x_val, y_val))
