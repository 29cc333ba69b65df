# Le jeu d'entraînement est mélangé, puis coupé en deux : l'entraînement réduit n'apprend alors que des images prises n'importe où.

# %% entrainer
from keras import layers

hasard = np.random.default_rng(7)
ordre = hasard.permutation(len(x_train_norm))
appris, controle = ordre[:54000], ordre[54000:]

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, 3),
    layers.ReLU(),
    layers.MaxPool2D(),
    layers.Flatten(),
    layers.Dense(64),
    layers.ReLU(),
    layers.Dense(10),
    layers.Activation("softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    x_train_norm[appris], y_train[appris], batch_size=100, epochs=5, shuffle=True,
    validation_data=(x_train_norm[controle], y_train[controle]))
