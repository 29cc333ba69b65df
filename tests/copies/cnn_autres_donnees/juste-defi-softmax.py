# Le réseau du défi renvoie des probabilités.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10, activation="softmax")])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), "sparse_categorical_crossentropy", metrics=["accuracy"])
concourir(model_defi)
