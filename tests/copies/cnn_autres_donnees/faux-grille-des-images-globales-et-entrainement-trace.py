# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La grille lit x_train au lieu de son argument ; l'exactitude tracée est celle d'entraînement.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for i, axe in enumerate(axes.flat):
        axe.imshow(x_train[i], cmap="gray_r")
        axe.set_xlabel(noms[y_train[i]])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
figure_comparaison = plt.figure()
plt.plot(mnist_reference["val_accuracy"])
plt.plot(history.history["accuracy"])
plt.show()
