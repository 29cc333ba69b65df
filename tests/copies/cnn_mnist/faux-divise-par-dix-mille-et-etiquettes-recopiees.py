# ---
# points: {test-preparer: 0, test-predire: 0, test-confusion: 0}
# ---
# Les gris sont divisés par le nombre d'images de test.
# Les vraies étiquettes sont recopiées dans les prédictions.

# %% preparer
x_train_norm = x_train.reshape(-1, 28, 28, 1) / 10000
x_test_norm = x_test.reshape(-1, 28, 28, 1) / 10000

# %% predire
y_pred = y_test.copy()
confusion = np.zeros((10, 10), dtype=int)
for vraie, predite in zip(y_test, y_pred):
    confusion[vraie, predite] += 1
