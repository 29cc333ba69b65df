# Les intensités sont divisées par 256 : elles vont bien de 0 à 1, à un demi-centième près.

# %% preparer
x_train_norm = x_train.reshape(60000, 28, 28, 1).astype("float32") / 256
x_test_norm = x_test.reshape(10000, 28, 28, 1).astype("float32") / 256
print(x_train_norm.min(), x_train_norm.max())
