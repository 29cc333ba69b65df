# L'arrêt précoce seul, sur le réseau du premier TP entraîné cinquante époques sans lui.

# %% surapprendre
def reseau():
    modele = models.Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
        layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
    modele.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return modele

model_petit = reseau()
history_petit = model_petit.fit(x_petit, y_petit, epochs=50, validation_data=(x_val, y_val), verbose=0)

# %% remede
model_remede = reseau()
arret = keras.callbacks.EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)
history_remede = model_remede.fit(x_petit, y_petit, epochs=50, validation_data=(x_val, y_val), callbacks=[arret], verbose=0)
