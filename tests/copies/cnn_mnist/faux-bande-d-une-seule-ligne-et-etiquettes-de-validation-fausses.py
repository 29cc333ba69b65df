# ---
# points: {test-grille-test: 0, test-apprentissage: 0}
# ---
# Les 25 images sont sur une seule ligne.
# Les images de validation sont celles de test, leurs étiquettes celles d'entraînement : la validation ne mesure rien.

# %% grille-test
figure_test, axes = plt.subplots(1, 25, figsize=(25, 1.5))
for i in range(25):
    axes[i].imshow(x_test[i], cmap="gray_r")
    axes[i].set_xticks([])
    axes[i].set_yticks([])
    axes[i].set_xlabel(class_names[y_test[i]])

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=3, validation_data=(x_test_norm, y_train[:10000]))
