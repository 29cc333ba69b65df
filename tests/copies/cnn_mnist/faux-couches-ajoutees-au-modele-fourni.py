# ---
# points: {test-construire-cnn: 0}
# ---
# Le modèle n'est pas créé dans la fonction : les couches s'ajoutent à celui du cours.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    model.add(layers.Conv2D(nb_filtres, (taille_noyau, taille_noyau), activation="relu"))
    model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dense(nb_classes))
    return model
