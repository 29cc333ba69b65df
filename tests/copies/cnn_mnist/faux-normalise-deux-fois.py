# ---
# points: {test-preparer: 0}
# ---
# Une fonction divise par 255 des images qui l'ont déjà été.

# %% preparer
def normaliser(images):
    images = images / 255.0
    return images.reshape(-1, 28, 28, 1)

x_train_norm = normaliser(x_train)
x_test_norm = normaliser(x_test)
x_train_norm = normaliser(x_train_norm)
x_test_norm = normaliser(x_test_norm)
