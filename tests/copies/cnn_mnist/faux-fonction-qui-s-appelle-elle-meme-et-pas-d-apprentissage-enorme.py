# ---
# points: {test-construire-cnn: 0, test-apprentissage: 0}
# ---
# La fonction se rappelle elle-même au lieu de créer un modèle.
# Le pas d'apprentissage est bien trop grand : la perte explose et rien n'est appris.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    reseau = construire_cnn(nb_filtres, taille_noyau, nb_classes)
    reseau.add(layers.Conv2D(nb_filtres, taille_noyau, activation="relu"))
    return reseau

# %% entrainer
model.compile(optimizer=keras.optimizers.SGD(learning_rate=100.0),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=3, validation_split=0.1)
