# L'augmentation d'images et un dropout léger, sur un réseau dense.

# %% surapprendre
def petit(soin):
    modele = models.Sequential([layers.Input((28, 28, 1))] + soin + [
        layers.Conv2D(16, 3, strides=2, activation="relu"), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
    modele.compile(keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return modele

model_petit = petit([])
history_petit = model_petit.fit(x_petit, y_petit, epochs=50, validation_data=(x_val, y_val), verbose=0)

# %% remede
model_remede = petit([layers.RandomTranslation(0.05, 0.05), layers.RandomFlip("horizontal")])
history_remede = model_remede.fit(x_petit, y_petit, epochs=20, validation_data=(x_val, y_val), verbose=0)
