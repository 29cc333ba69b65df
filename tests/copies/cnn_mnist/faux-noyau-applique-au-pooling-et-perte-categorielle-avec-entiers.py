# ---
# points: {test-construire-cnn: 0, test-apprentissage: 0}
# ---
# L'argument taille_noyau règle le pooling, et le filtre reste 3 × 3.
# La perte attend des étiquettes « one-hot », et fit reçoit des entiers : l'entraînement s'arrête sur une erreur.

# %% construire-cnn
from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D

def construire_cnn(nb_filtres=32, taille_noyau=2, nb_classes=10):
    return models.Sequential([
        Input((28, 28, 1)),
        Conv2D(nb_filtres, (3, 3), activation="relu"),
        MaxPooling2D((taille_noyau, taille_noyau)),
        Flatten(),
        Dense(64, activation="relu"),
        Dense(nb_classes),
    ])

# %% entrainer
loss_fn = keras.losses.CategoricalCrossentropy(from_logits=True)
model.compile(optimizer="adam", loss=loss_fn, metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, validation_data=(x_test_norm, y_test), epochs=5)
