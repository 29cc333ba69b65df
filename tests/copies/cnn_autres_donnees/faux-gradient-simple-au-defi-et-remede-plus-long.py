# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-remede: 0}
# ---
# SGD et son pas par défaut au défi ; le remède est d'entraîner trois fois plus longtemps.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
concourir(model_defi)

# %% remede
model_remede = construire_petit()
history_remede = model_remede.fit(x_petit, y_petit, epochs=90, validation_data=(x_val, y_val), verbose=0)
