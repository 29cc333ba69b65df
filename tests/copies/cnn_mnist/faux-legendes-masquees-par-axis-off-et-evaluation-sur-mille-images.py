# ---
# points: {test-grille-test: 0, test-evaluer: 0}
# ---
# Les noms sont écrits sous l'axe, puis l'axe est effacé avec eux : aucune classe n'apparaît sur la figure.
# L'évaluation ne porte que sur les mille premières images de test.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_test[i]])
    plt.axis("off")
plt.tight_layout()
plt.show()

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test_norm[:1000], y_test[:1000])
