# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-compilation: 0, test-apprentissage: 0}
# ---
# Les bons nombres sont lus dans le résumé du modèle, mais donnés entre guillemets.
# La sortie du réseau est faite de scores bruts, mais la perte attend des probabilités : il n'apprend pas.

# %% taille-flatten
taille_flatten = "5408"

# %% nb-parametres
params_conv = "320"
params_dense_1 = "346,176"
params_dense_2 = "650"
nb_parametres = "347,146"

# %% entrainer
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=2, validation_split=0.1, verbose=0)
