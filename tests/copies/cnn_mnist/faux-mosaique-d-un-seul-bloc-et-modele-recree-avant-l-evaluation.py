# ---
# points: {test-grille-test: 0, test-evaluer: 0}
# ---
# Les 25 images sont collées en une seule grande image, sans leurs classes.
# Le modèle entraîné est écrasé par un modèle neuf juste avant l'évaluation.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
mosaique = np.vstack([np.hstack(x_test[5 * k:5 * k + 5]) for k in range(5)])
plt.imshow(mosaique, cmap="gray_r")
plt.title(", ".join(class_names[c] for c in y_test[:25]))
plt.axis("off")
plt.show()

# %% evaluer
model = construire_cnn()
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
perte_test, exactitude_test = model.evaluate(x_test_norm, y_test)
print(perte_test, exactitude_test)
