# ---
# points: {test-taille-flatten: 0, test-params-dense-1: 0, test-nb-parametres: 0, test-construire-cnn: 0, test-apprentissage: 0, test-courbes: 0}
# ---
# La convolution est supposée garder la taille 28 × 28, dans les calculs comme dans la fonction.
# Le modèle est compilé, jamais entraîné ; les courbes sont inventées.

# %% taille-flatten
taille_flatten = (28 // 2) * (28 // 2) * 32

# %% nb-parametres
params_conv = (3 * 3 + 1) * 32
params_dense_1 = (taille_flatten + 1) * 64
params_dense_2 = 65 * 10
nb_parametres = params_conv + params_dense_1 + params_dense_2

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    cnn = models.Sequential()
    cnn.add(layers.Input((28, 28, 1)))
    cnn.add(layers.Conv2D(nb_filtres, taille_noyau, padding="same", activation="relu"))
    cnn.add(layers.MaxPooling2D((2, 2)))
    cnn.add(layers.Flatten())
    cnn.add(layers.Dense(64, activation="relu"))
    cnn.add(layers.Dense(nb_classes))
    return cnn

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])

# %% courbes
figure_courbes = plt.figure()
for valeurs in ([0.5, 0.3, 0.2], [0.6, 0.4, 0.3], [0.8, 0.9, 0.95], [0.7, 0.8, 0.9]):
    plt.plot(valeurs)
