# Les classes rares et les exemples pèsent différemment dans la perte d'entraînement.

# %% entrainer
effectifs = np.bincount(y_train)
poids_classes = {c: len(y_train) / (10 * n) for c, n in enumerate(effectifs)}
poids_exemples = np.array([poids_classes[c] for c in y_train])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x_train_norm, y_train, epochs=1, class_weight=poids_classes, validation_split=0.1)
history = model.fit(x_train_norm, y_train, epochs=3, sample_weight=poids_exemples, validation_split=0.1)
