# ---
# points: {test-apprentissage: 0, test-defi-entrainement: 0, test-defi-dense: 0, test-defi-reference: 0}
# ---
# Le pas d'apprentissage est si grand que le calcul diverge, les deux fois.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile(keras.optimizers.SGD(1e12), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=2, validation_split=0.1, verbose=0)

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.SGD(1e12), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
concourir(model_defi)
