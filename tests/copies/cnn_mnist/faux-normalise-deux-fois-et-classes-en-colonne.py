# ---
# points: {test-preparer: 0, test-predire: 0}
# ---
# Une fonction divise par 255 des images qui l'ont déjà été.
# Les classes forment un tableau de 10 000 lignes et une colonne.

# %% preparer
def normaliser(images):
    images = images / 255.0
    return images.reshape(-1, 28, 28, 1)

x_train_norm = normaliser(x_train)
x_test_norm = normaliser(x_test)
x_train_norm = normaliser(x_train_norm)
x_test_norm = normaliser(x_test_norm)

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=1, keepdims=True)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, y_pred[:, 0]), 1)
