# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La fonction renvoie les repères ; la courbe de MNIST est celle d'entraînement.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for axe, image, y in zip(axes.flat, images, etiquettes):
        axe.imshow(image, cmap="gray_r")
        axe.set_xlabel(noms[y])
    return axes


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
figure_comparaison = plt.figure()
plt.plot(mnist_reference["accuracy"])
plt.plot(history.history["val_accuracy"])
plt.show()
