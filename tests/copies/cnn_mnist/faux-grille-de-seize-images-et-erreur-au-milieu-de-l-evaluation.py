# ---
# points: {test-grille-test: 0, test-evaluer: 0}
# ---
# La grille a 4 lignes et 4 colonnes.
# La perte est calculée, puis la cellule s'arrête sur un nom mal écrit, avant l'exactitude.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
for i in range(16):
    ax = figure_test.add_subplot(4, 4, i + 1)
    ax.imshow(x_test[i], cmap="gray_r")
    ax.set_title(class_names[y_test[i]])
plt.show()

# %% evaluer
resultats = model.evaluate(x_test_norm, y_test, return_dict=True)
perte_test = resultats["loss"]
exactitude_test = resultat["accuracy"]
