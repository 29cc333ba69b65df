# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-remede: 0}
# ---
# Le réseau du défi a déjà été entraîné, puis compilé de nouveau ; le remède est le réseau de la question 3.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
perte = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model_defi.compile("adam", perte, metrics=["accuracy"])
model_defi.fit(x_train_norm, y_train, epochs=2, verbose=0)
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), perte)
concourir(model_defi)

# %% remede
model_remede = model
history_remede = history
