# La perte est additionnée sur le lot, et les images divisées par 256.

# %% preparer
x_train_norm = x_train.reshape(60000, 28, 28, 1).astype("float32") / 256
x_test_norm = x_test.reshape(10000, 28, 28, 1).astype("float32") / 256

# %% entrainer
perte = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="sum")
model.compile(keras.optimizers.SGD(0.002), perte, metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
