# Une pénalité sur les poids : la perte affichée la contient, l'entropie croisée non.

# %% remede
l2 = keras.regularizers.L2(0.003)
model_remede = models.Sequential([
    layers.Input((28, 28, 1)), layers.Conv2D(16, 3, strides=2, activation="relu", kernel_regularizer=l2), layers.Flatten(), layers.Dropout(0.5),
    layers.Dense(64, activation="relu", kernel_regularizer=l2), layers.Dropout(0.5), layers.Dense(10, kernel_regularizer=l2)])
model_remede.compile(keras.optimizers.Adam(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history_remede = model_remede.fit(x_petit, y_petit, epochs=20, validation_data=(x_val, y_val), verbose=0)
