# ---
# points: {test-construire-cnn: 0, test-apprentissage: 0, test-courbes: 0, test-evaluer: 0, test-confusion: 0}
# ---
# Une seconde convolution est ajoutée, comme dans l'exemple du site de TensorFlow.
# Étiquettes de test à l'entraînement, images à la place des courbes, exactitude d'une moyenne de scores, confusion en pourcentage.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    model = models.Sequential()
    model.add(layers.Conv2D(nb_filtres, taille_noyau, activation="relu", input_shape=(28, 28, 1)))
    model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Conv2D(2 * nb_filtres, taille_noyau, activation="relu"))
    model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Dense(nb_classes))
    return model

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_test, epochs=5, batch_size=32, validation_split=0.1)

# %% courbes
figure_courbes, axes = plt.subplots(1, 4)
for a, image in zip(axes, x_test):
    a.imshow(image, cmap="gray")

# %% evaluer
perte_test = model.evaluate(x_test_norm, y_test)[0]
exactitude_test = float(np.mean(model.predict(x_test_norm)))

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=1)
confusion = np.zeros((10, 10))
for v, p in zip(y_test, y_pred):
    confusion[v, p] += 1
confusion = 100 * confusion / len(y_test)
