# ---
# points: {test-architecture: 0, test-confusions: 0}
# ---
# Une seconde convolution est ajoutée ; les deux sens d'une confusion sont additionnés.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, activation="relu"), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1, verbose=0)

# %% confusions
predites = np.argmax(model.predict(x_test_norm, batch_size=250, verbose=0), axis=1)
erreurs = np.zeros((10, 10), dtype=int)
np.add.at(erreurs, (y_test, predites), 1)
np.fill_diagonal(erreurs, 0)
sommes = np.triu(erreurs + erreurs.T)
paires_confondues = [(int(rang) // 10, int(rang) % 10) for rang in np.argsort(-sommes, axis=None)[:5]]
