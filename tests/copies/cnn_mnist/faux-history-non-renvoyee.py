# ---
# points: {test-apprentissage: 0}
# ---
# L'entraînement est fait dans une fonction qui ne renvoie rien.

# %% entrainer
def entrainer(modele, epoques):
    modele.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    h = modele.fit(x_train_norm, y_train, epochs=epoques, validation_split=0.1, verbose=0)
    print("exactitude de validation :", h.history["val_accuracy"][-1])

history = entrainer(model, 5)
