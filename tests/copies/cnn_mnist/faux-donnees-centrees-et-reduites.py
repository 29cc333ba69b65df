# ---
# points: {test-preparer: 0}
# ---
# Les images sont centrées et réduites comme au TP sur Iris, donc en partie négatives.

# %% preparer
moyenne, ecart_type = x_train.mean(), x_train.std()
x_train_norm = ((x_train - moyenne) / ecart_type)[..., np.newaxis]
x_test_norm = ((x_test - moyenne) / ecart_type)[..., np.newaxis]
