# Deux modèles emboîtés, extraction puis classification, qui sont aussi entraînés.

# %% taille-flatten
extraction = keras.Sequential(model.layers[:3])
taille_flatten = extraction(x_train_norm[:1]).shape[-1]

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    extraction = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation=keras.ops.relu),
        layers.MaxPooling2D(2),
    ], name="extraction")
    classification = keras.Sequential([
        layers.Reshape((-1,)),
        layers.Dense(64, activation=keras.ops.relu),
        layers.Dense(nb_classes),
    ], name="classification")
    return keras.Sequential([extraction, classification])

# %% entrainer
model = construire_cnn()
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
