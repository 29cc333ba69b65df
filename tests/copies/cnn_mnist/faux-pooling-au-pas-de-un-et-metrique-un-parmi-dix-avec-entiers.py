# ---
# points: {test-taille-flatten: 0, test-construire-cnn: 0, test-compilation: 0}
# ---
# Le carré du pooling glisse d'un pixel, comme le filtre.
# La métrique CategoricalAccuracy attend des étiquettes « one-hot » et reçoit des entiers : elle affiche 0,1.

# %% taille-flatten
apres_conv = 28 - 3 + 1
apres_pool = apres_conv - 2 + 1
taille_flatten = apres_pool ** 2 * 32

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    m = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D((2, 2), strides=(1, 1)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])
    return m

# %% entrainer
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.001),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=[keras.metrics.CategoricalAccuracy()])
history = model.fit(x_train_norm, y_train, epochs=3, batch_size=32, validation_split=0.1)

# %% courbes
figure_courbes = plt.figure()
for nom, valeurs in history.history.items():
    plt.plot(valeurs, label=nom)
plt.xlabel("époque")
plt.legend()
