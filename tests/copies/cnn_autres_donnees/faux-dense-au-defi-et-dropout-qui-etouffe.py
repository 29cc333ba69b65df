# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-remede: 0}
# ---
# Le réseau témoin dense au défi ; le dropout du remède étouffe le réseau.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Flatten(), layers.Dense(32, activation="relu"), layers.Dense(10)])
model_defi.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
concourir(model_defi)

# %% remede
model_remede = construire_petit(0.97)
history_remede = model_remede.fit(x_petit, y_petit, epochs=10, validation_data=(x_val, y_val), verbose=0)
