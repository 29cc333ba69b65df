# ---
# points: {test-evaluer: 0, test-confusion: 0}
# ---
# L'exactitude est un pourcentage, et la matrice a ses lignes et ses colonnes échangées.

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test_norm, y_test, verbose=0)
exactitude_test = 100 * exactitude_test

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_pred, y_test), 1)
