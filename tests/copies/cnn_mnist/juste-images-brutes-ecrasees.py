# Les tableaux du chargeur sont eux-mêmes normalisés et redimensionnés, puis recopiés sous le nom demandé.

# %% preparer
x_train = x_train.astype("float32") / 255.
x_test = x_test.astype("float32") / 255.
x_train = x_train.reshape(x_train.shape[0], 28, 28, 1)
x_test = x_test.reshape(x_test.shape[0], 28, 28, 1)
x_train_norm, x_test_norm = x_train, x_test

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=5, validation_split=0.1)

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test, y_test)

# %% predire
y_pred = model.predict(x_test).argmax(axis=1)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, y_pred), 1)
