# ---
# points: {test-grille: 0, test-cifar: 0}
# ---
# Le compte de Fashion-MNIST est gardé pour CIFAR-10 ; la grille a seize images.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(4, 4, figsize=(8, 8))
    for axe, image, y in zip(axes.flat, images, etiquettes):
        axe.imshow(image, cmap="gray_r")
        axe.set_title(noms[y])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% cifar
parametres_cifar = model.count_params()
