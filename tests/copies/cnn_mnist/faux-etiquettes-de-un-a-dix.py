# ---
# points: {test-apprentissage: 0}
# ---
# Les classes sont numérotées de 1 à 10 : la dernière n'existe pas et fit s'arrête sur une erreur.

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
classes = y_train + 1  # pour commencer à 1
history = model.fit(x_train_norm, classes, epochs=5, validation_split=0.1)
