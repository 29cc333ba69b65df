# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-apprentissage: 0}
# ---
# Le signe de la multiplication est écrit comme sur le papier.
# Les classes sont numérotées de 1 à 10 : la dernière n'existe pas et fit s'arrête sur une erreur.

# %% nb-parametres
params_conv = 32 × (3 × 3 + 1)
params_dense_1 = 64 × (5408 + 1)
params_dense_2 = 10 × (64 + 1)
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
classes = y_train + 1  # pour commencer à 1
history = model.fit(x_train_norm, classes, epochs=5, validation_split=0.1)
