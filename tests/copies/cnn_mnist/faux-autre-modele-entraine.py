# ---
# points: {test-compilation: 0, test-apprentissage: 0}
# ---
# C'est un autre réseau qui est compilé et entraîné ; model ne l'est pas.

# %% entrainer
cnn = construire_cnn()
cnn.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = cnn.fit(x_train_norm, y_train, epochs=5, batch_size=32, validation_split=0.1)
