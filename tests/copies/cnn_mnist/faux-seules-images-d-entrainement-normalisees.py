# ---
# points: {test-preparer: 0}
# ---
# Les images de test gardent leurs intensités de 0 à 255.

# %% preparer
x_train_norm = x_train.astype("float32") / 255
x_test_norm = x_test.astype("float32")
x_train_norm = np.expand_dims(x_train_norm, -1)
x_test_norm = np.expand_dims(x_test_norm, -1)
