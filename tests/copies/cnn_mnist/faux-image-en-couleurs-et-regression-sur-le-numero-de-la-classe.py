# ---
# points: {test-params-conv: 0, test-nb-parametres: 0, test-construire-cnn: 0, test-compilation: 0, test-apprentissage: 0}
# ---
# L'image est supposée avoir trois canaux, dans le calcul et dans la fonction.
# Les dix sorties apprennent toutes à donner le numéro de la classe, comme dans une régression.

# %% nb-parametres
params_conv = (3 * 3 * 3 + 1) * 32
params_dense_1 = (13 * 13 * 32 + 1) * 64
params_dense_2 = (64 + 1) * 10
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 3)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %% entrainer
model.compile(optimizer="rmsprop", loss="mean_absolute_error", metrics=["accuracy"])
history = model.fit(x_train_norm, y_train.reshape(-1, 1), epochs=2, batch_size=32, validation_split=0.1)
