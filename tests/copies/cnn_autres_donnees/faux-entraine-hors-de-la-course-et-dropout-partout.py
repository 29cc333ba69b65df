# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-surapprentissage: 0}
# ---
# Le réseau s'entraîne d'abord sur tout le jeu ; model_petit est déjà soigné.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model_defi.fit(x_train_norm, y_train, epochs=2, verbose=0)
concourir(model_defi)

# %% surapprendre
def construire_petit(abandon=0.0):
    modele = models.Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(16, 3, strides=2, activation="relu"), layers.Flatten(),
        layers.Dropout(abandon), layers.Dense(64, activation="relu"), layers.Dropout(abandon), layers.Dense(10)])
    modele.compile(keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return modele

model_petit = construire_petit(0.8)
history_petit = model_petit.fit(x_petit, y_petit, epochs=5, validation_data=(x_val, y_val), verbose=0)

# %% remede
model_remede = construire_petit(0.5)
arret = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
history_remede = model_remede.fit(x_petit, y_petit, epochs=20, validation_data=(x_val, y_val), callbacks=[arret], verbose=0)
