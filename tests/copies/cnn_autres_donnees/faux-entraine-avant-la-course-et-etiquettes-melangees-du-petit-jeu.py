# ---
# points: {test-defi-dense: 0, test-defi-reference: 0, test-surapprentissage: 0}
# ---
# Le réseau passe deux fois sur les images avant la course ; les étiquettes du petit jeu sont mélangées.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", activation="relu"), layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
for debut in list(range(0, len(x_defi), 128)) * 2:
    model_defi.train_on_batch(x_defi[debut:debut + 128], y_defi[debut:debut + 128])
concourir(model_defi)

# %% surapprendre
def construire_petit(abandon=0.0):
    modele = models.Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(16, 3, strides=2, activation="relu"), layers.Flatten(),
        layers.Dropout(abandon), layers.Dense(64, activation="relu"), layers.Dropout(abandon), layers.Dense(10)])
    modele.compile(keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return modele

model_petit = construire_petit()
history_petit = model_petit.fit(x_petit, np.random.default_rng(2).permutation(y_petit), epochs=20, validation_data=(x_val, y_val), verbose=0)
