# ---
# points: {test-construire-cnn: 0, test-apprentissage: 0}
# ---
# Le pooling complète les côtés impairs, ce qui ne change rien avec un filtre 3 × 3, mais tout avec un filtre 2 × 2.
# Seul le dictionnaire des mesures est gardé dans history ; les courbes, elles, le lisent bien.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return models.Sequential([
        layers.Input(shape=(28, 28, 1)),
        layers.Conv2D(nb_filtres, taille_noyau, activation="relu"),
        layers.MaxPooling2D((2, 2), padding="same"),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(nb_classes),
    ])

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1).history

# %% courbes
figure_courbes, ax = plt.subplots(1, 2)
ax[0].plot(history["loss"], label="train")
ax[0].plot(history["val_loss"], label="val")
ax[1].plot(history["accuracy"], label="train")
ax[1].plot(history["val_accuracy"], label="val")
ax[0].legend()
ax[1].legend()
