# ---
# points: {test-apprentissage: 0, test-defi-entrainement: 0, test-defi-dense: 0, test-defi-reference: 0}
# ---
# L'entraînement se fait sur les images brutes ; la perte du défi attend des probabilités.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train[..., np.newaxis].astype("float32"), y_train, epochs=5, validation_split=0.1, verbose=0)

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), "sparse_categorical_crossentropy", metrics=["accuracy"])
concourir(model_defi)
