# Un optimiseur lent, des lots plus grands : le réseau apprend moins, mais il apprend.

# %% entrainer
model = models.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile(keras.optimizers.SGD(0.05, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, batch_size=64, validation_split=0.2, verbose=0)
