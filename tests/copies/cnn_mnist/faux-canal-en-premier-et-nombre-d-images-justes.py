# ---
# points: {test-preparer: 0, test-evaluer: 0}
# ---
# Le canal est placé avant la hauteur et la largeur, comme dans PyTorch.
# Le nombre d'images bien classées est donné à la place de leur proportion.

# %% preparer
x_train_norm = np.expand_dims(x_train.astype("float32") / 255, axis=1)
x_test_norm = np.expand_dims(x_test.astype("float32") / 255, axis=1)

# %% evaluer
predictions = np.argmax(model.predict(x_test_norm), axis=1)
perte_test = model.evaluate(x_test_norm, y_test)[0]
exactitude_test = np.sum(predictions == y_test)
