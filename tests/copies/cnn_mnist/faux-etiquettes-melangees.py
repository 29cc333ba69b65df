# ---
# points: {test-apprentissage: 0}
# ---
# Les étiquettes ne correspondent plus aux images pendant l'entraînement.

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, np.random.permutation(y_train), epochs=2, validation_split=0.1, verbose=0)
