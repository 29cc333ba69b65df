# ---
# points: {test-preparer: 0}
# ---
# Une faute de recopie : les images de test normalisées viennent de x_train.

# %% preparer
x_train_norm = x_train[:, :, :, None] / 255.0
x_test_norm = x_train[:10000, :, :, None] / 255.0
