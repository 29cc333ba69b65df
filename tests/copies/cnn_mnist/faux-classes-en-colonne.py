# ---
# points: {test-predire: 0}
# ---
# Les classes forment un tableau de 10 000 lignes et une colonne.

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=1, keepdims=True)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, y_pred[:, 0]), 1)
