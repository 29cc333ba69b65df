# ---
# points: {test-apprentissage: 0}
# ---
# Le réseau renvoie des scores bruts, mais sa perte attend des probabilités : quelques tirages apprennent, la plupart non.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1, verbose=0)
