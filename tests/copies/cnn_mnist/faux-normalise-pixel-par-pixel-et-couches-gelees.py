# ---
# points: {test-preparer: 0, test-apprentissage: 0}
# ---
# Chaque pixel est divisé par son maximum, nul sur les bords : les images contiennent des valeurs indéfinies.
# Toutes les couches sont gelées : l'entraînement ne change aucun poids.

# %% preparer
maxima = x_train.max(axis=0)
x_train_norm = (x_train / maxima).reshape(-1, 28, 28, 1)
x_test_norm = (x_test / maxima).reshape(-1, 28, 28, 1)

# %% entrainer
for couche in model.layers:
    couche.trainable = False
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=2, validation_split=0.1)
