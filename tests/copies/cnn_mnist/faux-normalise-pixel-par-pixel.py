# ---
# points: {test-preparer: 0}
# ---
# Chaque pixel est divisé par son maximum, nul sur les bords : les images contiennent des valeurs indéfinies.

# %% preparer
maxima = x_train.max(axis=0)
x_train_norm = (x_train / maxima).reshape(-1, 28, 28, 1)
x_test_norm = (x_test / maxima).reshape(-1, 28, 28, 1)
