# ---
# points: {test-apprentissage: 0, test-defi-budget: 0}
# ---
# Les images de validation sont brutes ; le second étage a 64 filtres.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm[:50000], y_train[:50000], epochs=5, verbose=0,
                    validation_data=(x_train[50000:, ..., np.newaxis], y_train[50000:]))

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(24, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(64, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
concourir(model_defi)
