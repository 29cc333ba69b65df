# ---
# points: {test-apprentissage: 0}
# ---
# Le réseau apprend le jeu de test.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_test_norm, y_test, epochs=5, validation_data=(x_test_norm, y_test), verbose=0)
