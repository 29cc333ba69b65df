# ---
# points: {test-construire-cnn: 0, test-compilation: 0}
# ---
# La dernière couche a une activation softmax, et le modèle est déjà compilé.
# La métrique suivie est l'erreur quadratique au lieu de l'exactitude ; les courbes et l'évaluation prennent ce qui est mesuré.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    modele = keras.Sequential()
    modele.add(layers.Input(shape=(28, 28, 1)))
    modele.add(layers.Conv2D(nb_filtres, kernel_size=taille_noyau, activation="relu"))
    modele.add(layers.MaxPooling2D(pool_size=(2, 2)))
    modele.add(layers.Flatten())
    modele.add(layers.Dense(64, activation="relu"))
    modele.add(layers.Dense(nb_classes, activation="softmax"))
    modele.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return modele

# %% entrainer
Y_train, Y_test = np.eye(10)[y_train], np.eye(10)[y_test]
model.compile(loss=keras.losses.CategoricalCrossentropy(from_logits=True), optimizer="adam", metrics=["mse"])
history = model.fit(x_train_norm, Y_train, epochs=5, validation_split=0.1, verbose=2)

# %% courbes
figure_courbes = plt.figure()
for nom, valeurs in history.history.items():
    plt.plot(valeurs, label=nom)
plt.xlabel("époque")
plt.legend()

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test_norm, Y_test)
