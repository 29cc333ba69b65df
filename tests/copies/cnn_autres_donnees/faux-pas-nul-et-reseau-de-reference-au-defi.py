# ---
# points: {test-apprentissage: 0, test-defi-budget: 0}
# ---
# Le pas d'apprentissage est nul ; le réseau du défi est celui de la référence, avec un meilleur pas.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile(keras.optimizers.Adam(0.0), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1, verbose=0)

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.006, 200)), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
concourir(model_defi)
