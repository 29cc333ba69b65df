# ---
# points: {test-preparer: 0, test-compilation: 0, test-apprentissage: 0}
# ---
# Les gris sont inversés : le fond vaut 1 et l'encre 0.
# C'est un autre réseau qui est compilé et entraîné ; model ne l'est pas.

# %% preparer
x_train_norm = 1 - x_train.reshape(60000, 28, 28, 1) / 255
x_test_norm = 1 - x_test.reshape(10000, 28, 28, 1) / 255

# %% entrainer
cnn = construire_cnn()
cnn.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = cnn.fit(x_train_norm, y_train, epochs=5, batch_size=32, validation_split=0.1)
