# ---
# points: {test-construire-cnn: 0, test-apprentissage: 0}
# ---
# La couche de convolution n'a pas d'activation.
# L'entraînement, d'une seule époque, se fait sur le jeu de test, et la validation sur le jeu d'entraînement.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, (taille_noyau, taille_noyau)),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_test_norm, y_test, epochs=1, validation_data=(x_train_norm, y_train))
