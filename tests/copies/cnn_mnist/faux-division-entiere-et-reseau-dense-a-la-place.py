# ---
# points: {test-preparer: 0, test-apprentissage: 0}
# ---
# La division entière ne laisse que des zéros et quelques uns.
# Le réseau convolutif est remplacé par le réseau totalement connecté du TP précédent.

# %% preparer
x_train_norm = x_train.reshape(-1, 28, 28, 1).astype("float32") // 255
x_test_norm = x_test.reshape(-1, 28, 28, 1).astype("float32") // 255

# %% entrainer
model = models.Sequential()
model.add(layers.Input((28, 28, 1)))
model.add(layers.Flatten())
model.add(layers.Dense(128, activation="relu"))
model.add(layers.Dense(10))
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
