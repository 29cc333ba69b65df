# ---
# points: {test-apprentissage: 0}
# ---
# Le modèle est entraîné sans données de validation.

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, batch_size=32)
