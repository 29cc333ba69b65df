# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-remede: 0}
# ---
# Le réseau du défi a déjà été entraîné, puis compilé de nouveau ; le remède court aussi la course.

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
model_remede = construire_petit()
concourir(model_remede)
history_remede = model_remede.fit(x_petit, y_petit, epochs=1, validation_data=(x_val, y_val), verbose=0)
