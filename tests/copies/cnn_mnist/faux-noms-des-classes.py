# ---
# points: {test-predire: 0}
# ---
# Les prédictions sont écrites en toutes lettres.

# %% predire
indices = np.argmax(model.predict(x_test_norm), axis=1)
y_pred = np.array([class_names[i] for i in indices])
confusion = np.zeros((10, 10), dtype=int)
for v, p in zip(y_test, indices):
    confusion[v][p] = confusion[v][p] + 1
