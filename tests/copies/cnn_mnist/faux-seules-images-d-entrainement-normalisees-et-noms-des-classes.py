# ---
# points: {test-preparer: 0, test-predire: 0}
# ---
# Les images de test gardent leurs intensités de 0 à 255.
# Les prédictions sont écrites en toutes lettres.

# %% preparer
x_train_norm = x_train.astype("float32") / 255
x_test_norm = x_test.astype("float32")
x_train_norm = np.expand_dims(x_train_norm, -1)
x_test_norm = np.expand_dims(x_test_norm, -1)

# %% predire
indices = np.argmax(model.predict(x_test_norm), axis=1)
y_pred = np.array([class_names[i] for i in indices])
confusion = np.zeros((10, 10), dtype=int)
for v, p in zip(y_test, indices):
    confusion[v][p] = confusion[v][p] + 1
