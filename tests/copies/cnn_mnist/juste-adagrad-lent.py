# L'optimiseur Adagrad, avec le pas par défaut de Keras : il apprend lentement, mais il apprend.

# %% entrainer
model.compile(optimizer="adagrad", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)

# %% surapprentissage [markdown]
# Non. Les deux pertes baissent encore ensemble à la dernière époque (0,35 et 0,32) et la validation n'est jamais moins bonne que
# l'entraînement : il y aurait plutôt sous-apprentissage, il faudrait davantage d'époques.
