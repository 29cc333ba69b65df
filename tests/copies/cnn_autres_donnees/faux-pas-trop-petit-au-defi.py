# ---
# points: {test-defi-reference: 0}
# ---
# Le pas d'apprentissage du défi est trop petit pour deux cents lots.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.0035, 200)), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
concourir(model_defi)
