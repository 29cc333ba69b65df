# ---
# points: {test-preparer: 0}
# ---
# Les gris sont inversés : le fond vaut 1 et l'encre 0.

# %% preparer
x_train_norm = 1 - x_train.reshape(60000, 28, 28, 1) / 255
x_test_norm = 1 - x_test.reshape(10000, 28, 28, 1) / 255
