# L'activation softmax est posée sur la dernière couche du modèle fourni, et la perte attend des probabilités.

# %% entrainer
model.layers[-1].activation = keras.activations.softmax
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
