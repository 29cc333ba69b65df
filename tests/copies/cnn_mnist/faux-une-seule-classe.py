# ---
# points: {test-apprentissage: 0}
# ---
# Le modèle n'apprend que des SEPT : il répond SEPT à tout.

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
sept = (y_train == 7)
history = model.fit(x_train_norm[sept], y_train[sept], epochs=2, validation_split=0.1)
