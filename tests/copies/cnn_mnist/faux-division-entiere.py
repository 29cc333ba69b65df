# ---
# points: {test-preparer: 0}
# ---
# La division entière ne laisse que des zéros et quelques uns.

# %% preparer
x_train_norm = x_train.reshape(-1, 28, 28, 1).astype("float32") // 255
x_test_norm = x_test.reshape(-1, 28, 28, 1).astype("float32") // 255
