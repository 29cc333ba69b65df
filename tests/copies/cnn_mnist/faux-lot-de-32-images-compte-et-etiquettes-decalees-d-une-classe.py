# ---
# points: {test-taille-flatten: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-apprentissage: 0}
# ---
# Le lot de 32 images multiplie la taille et le total ; les biais de la dernière couche suivent ses entrées.
# Chaque chiffre est appris sous le nom du suivant.

# %% taille-flatten
batch_size = 32
taille_flatten = batch_size * 13 * 13 * 32

# %% nb-parametres
params_conv = 3 * 3 * 32 + 32
params_dense_1 = 13 * 13 * 32 * 64 + 64
params_dense_2 = 64 * 10 + 64
nb_parametres = batch_size * (params_conv + params_dense_1 + params_dense_2)

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
y_decale = (y_train.astype("int32") + 1) % 10
history = model.fit(x_train_norm, y_decale, epochs=3, validation_split=0.1)
