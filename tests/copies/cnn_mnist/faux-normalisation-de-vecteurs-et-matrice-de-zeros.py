# ---
# points: {test-preparer: 0, test-confusion: 0}
# ---
# La fonction normalize de Keras donne une longueur 1 à chaque colonne de pixels, au lieu de ramener l'image entre 0 et 1.
# La case est comparée (==) au lieu d'être augmentée (+=) : rien n'est compté.

# %% preparer
x_train_norm = keras.utils.normalize(x_train, axis=1).reshape(-1, 28, 28, 1)
x_test_norm = keras.utils.normalize(x_test, axis=1).reshape(-1, 28, 28, 1)

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
for vraie, predite in zip(y_test, y_pred):
    confusion[vraie, predite] == confusion[vraie, predite] + 1
