# ---
# points: {test-preparer: 0, test-evaluer: 0}
# ---
# Les gris sont divisés par 100.
# L'exactitude vient du jeu de test, la perte de la première époque d'entraînement.

# %% preparer
x_train_norm = x_train[..., np.newaxis] / 100
x_test_norm = x_test[..., np.newaxis] / 100

# %% evaluer
_, exactitude_test = model.evaluate(x_test_norm, y_test, verbose=0)
perte_test = history.history["loss"][0]
