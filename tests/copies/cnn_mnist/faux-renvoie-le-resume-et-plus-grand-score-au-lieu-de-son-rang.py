# ---
# points: {test-construire-cnn: 0, test-predire: 0}
# ---
# La fonction affiche le résumé et renvoie ce que renvoie summary(), c'est-à-dire rien.
# y_pred contient le plus grand score de chaque image, et non sa classe.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    modele = models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, (taille_noyau, taille_noyau), activation="relu"),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])
    return modele.summary()

# %% predire
sorties = model.predict(x_test_norm)
y_pred = np.max(sorties, axis=1)
classes = np.argmax(sorties, axis=1)
confusion = np.array([[np.sum((y_test == i) & (classes == j)) for j in range(10)] for i in range(10)])
