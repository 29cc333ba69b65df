# ---
# points: {test-apprentissage: 0}
# ---
# Toutes les couches sont gelées : l'entraînement ne change aucun poids.

# %% entrainer
for couche in model.layers:
    couche.trainable = False
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=2, validation_split=0.1)
