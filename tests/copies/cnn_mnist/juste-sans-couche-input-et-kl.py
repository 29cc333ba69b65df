# Un modèle qui se construit au premier appel, la divergence de Kullback-Leibler sur des probabilités, SGD lent, petits détails.

# %% grille-test
figure_test = plt.figure()
for i in range(25):
    case = figure_test.add_subplot(5, 5, i + 1)
    case.matshow(x_test[i])
    case.set_title(f"{i}-{class_names[y_test[i]]}", loc="left")

# %% preparer
x_train_norm = x_train[..., None] / np.float16(255)
x_test_norm = keras.layers.Rescaling(1 / 255)(x_test[..., None])

# %% nb-parametres
params_conv = np.array(320)
params_dense_1, params_dense_2 = 346176.0, np.int64(650)
sum = params_conv + params_dense_1 + params_dense_2
nb_parametres = sum

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return keras.Sequential([
        layers.Conv2D(nb_filtres, taille_noyau, input_shape=(28, 28, 1)) if nb_filtres == 32 else layers.Conv2D(nb_filtres, taille_noyau),
        layers.Activation("relu"),
        layers.MaxPool2D(),
        layers.Flatten(),
        layers.Dense(64, activation=keras.activations.relu),
        layers.Dense(nb_classes, activation=None),
    ])

# %% entrainer
model = keras.Sequential([model, layers.Softmax()])
model.compile(keras.optimizers.SGD(0.01), keras.losses.KLDivergence(), weighted_metrics=["accuracy"])
un_parmi_dix = np.eye(10)[y_train]
model.fit(x_train_norm[:2000], un_parmi_dix[:2000], epochs=1, verbose=0)
history = model.fit(x_train_norm, un_parmi_dix, initial_epoch=1, epochs=3, validation_split=0.2)

# %% evaluer
p = np.asarray(model(x_test_norm))
perte_test = round(float(np.mean(-np.log(p[np.arange(10000), y_test]))), 3)
exactitude_test = (p.argmax(1) == y_test).mean()

# %% predire
y_pred = list(p.argmax(1))
confusion = np.histogram2d(y_test, y_pred, bins=10)[0]
