# ---
# points: {test-architecture: 0, test-confusions: 0}
# ---
# Le pooling prend la moyenne ; les confusions sont prises du sixième rang au dixième.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.AveragePooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1, verbose=0)

# %% confusions
predites = np.argmax(model.predict(x_test_norm, batch_size=250, verbose=0), axis=1)
erreurs = np.zeros((10, 10), dtype=int)
np.add.at(erreurs, (y_test, predites), 1)
np.fill_diagonal(erreurs, 0)
rangs = np.argsort(-erreurs, axis=None)[5:10]
paires_confondues = [(int(rang) // 10, int(rang) % 10) for rang in rangs]
