# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La grille prend class_names au lieu de noms ; ce sont les pertes qui sont tracées.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for axe, image, y in zip(axes.flat, images, etiquettes):
        axe.imshow(image, cmap="gray_r")
        axe.set_xlabel(class_names[y])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
figure_comparaison = plt.figure()
plt.plot(mnist_reference["val_loss"])
plt.plot(history.history["val_loss"])
plt.show()
