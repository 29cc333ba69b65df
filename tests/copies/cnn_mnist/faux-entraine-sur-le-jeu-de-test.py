# ---
# points: {test-apprentissage: 0}
# ---
# Le modèle apprend les images de test.

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_test_norm, y_test, epochs=5, validation_split=0.1, verbose=0)
