# ---
# points: {test-surapprentissage: 0, test-remede: 0}
# ---
# history_petit garde le dictionnaire des mesures ; le remède est entraîné sans données de validation.

# %% surapprendre
def construire_petit(abandon=0.0):
    modele = models.Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(16, 3, strides=2, activation="relu"), layers.Flatten(),
        layers.Dropout(abandon), layers.Dense(64, activation="relu"), layers.Dropout(abandon), layers.Dense(10)])
    modele.compile(keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return modele

model_petit = construire_petit()
history_petit = model_petit.fit(x_petit, y_petit, epochs=20, validation_data=(x_val, y_val), verbose=0).history

# %% remede
model_remede = construire_petit(0.5)
history_remede = model_remede.fit(x_petit, y_petit, epochs=20, verbose=0)
