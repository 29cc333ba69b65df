# ---
# points: {test-construire-cnn: 0, test-courbes: 0}
# ---
# Seule une couche Dropout s'ajoute à l'architecture demandée.
# La perte est tracée en fonction de l'exactitude, et non de l'époque.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    entrees = keras.Input(shape=(28, 28, 1))
    x = layers.Conv2D(nb_filtres, taille_noyau, activation="relu")(entrees)
    x = layers.MaxPooling2D(2)(x)
    x = layers.Flatten()(x)
    x = layers.Dense(64, activation="relu")(x)
    x = layers.Dropout(0.2)(x)
    return keras.Model(entrees, layers.Dense(nb_classes)(x))

# %% courbes
figure_courbes, ax = plt.subplots(2, 2)
for i, prefixe in enumerate(["", "val_"]):
    for j, trait in enumerate(["o", "-"]):
        ax[i, j].plot(history.history[prefixe + "accuracy"], history.history[prefixe + "loss"], trait)
        ax[i, j].set_xlabel("exactitude")
        ax[i, j].set_ylabel("perte")
