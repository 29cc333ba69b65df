# La fonction a d'autres arguments facultatifs, vérifie les siens et affiche le modèle.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10, nb_neurones=64, forme=(28, 28, 1), nom=None, **options):
    """Renvoie un CNN non compilé.

    >>> construire_cnn(8, 5, 4).output_shape
    (None, 4)
    """
    if nb_filtres < 1 or taille_noyau < 1 or nb_classes < 2:
        raise ValueError("Les arguments doivent être positifs.")
    empilement = [
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu", input_shape=forme),
        layers.MaxPooling2D(**options),
        layers.Flatten(),
        layers.Dense(nb_neurones, activation="relu"),
        layers.Dense(nb_classes),
    ]
    cnn = models.Sequential(name=nom)
    for couche in empilement:
        cnn.add(couche)
    cnn.summary()
    return cnn

essai = construire_cnn(nb_filtres=16, taille_noyau=5)
print(essai(x_train_norm[:2]))
model = construire_cnn(nom="mon_cnn")

# %% entrainer
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"], optimizer=keras.optimizers.Adam())
history = model.fit(x_train_norm, y_train, validation_split=0.25, epochs=3)
