# ---
# points: {test-preparer: 0}
# ---
# Le canal est ajouté, mais les intensités restent entre 0 et 255.

# %% preparer
x_train_norm = x_train.reshape(-1, 28, 28, 1).astype("float32")
x_test_norm = x_test.reshape(-1, 28, 28, 1).astype("float32")
