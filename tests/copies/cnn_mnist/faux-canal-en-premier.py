# ---
# points: {test-preparer: 0}
# ---
# Le canal est placé avant la hauteur et la largeur, comme dans PyTorch.

# %% preparer
x_train_norm = np.expand_dims(x_train.astype("float32") / 255, axis=1)
x_test_norm = np.expand_dims(x_test.astype("float32") / 255, axis=1)
