# ---
# points: {test-grille-test: 0, test-apprentissage: 0}
# ---
# La figure est créée dans la boucle : il y en a 25, et la dernière ne contient qu'une image.
# Après l'entraînement, model est recréé et recompilé : il ne reste que des poids tirés au hasard.

# %% grille-test
for i in range(25):
    figure_test = plt.figure(figsize=(8, 8))
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_test[i]])
plt.show()

# %% entrainer
def nouveau():
    m = construire_cnn()
    m.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return m

model = nouveau()
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
model = nouveau()
model.summary()
