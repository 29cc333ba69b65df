# ---
# points: {test-taille-flatten: 0, test-params-dense-1: 0, test-nb-parametres: 0, test-construire-cnn: 0}
# ---
# La couche de pooling est oubliée partout.

# %% taille-flatten
taille_flatten = 26 * 26 * 32

# %% nb-parametres
params_conv = 320
params_dense_1 = (taille_flatten + 1) * 64
params_dense_2 = 650
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])
