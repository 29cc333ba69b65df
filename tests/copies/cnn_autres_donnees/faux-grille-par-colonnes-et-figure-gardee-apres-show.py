# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La grille se remplit par colonnes ; la figure est prise après plt.show().

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for axe, image, y in zip(axes.T.flat, images, etiquettes):
        axe.imshow(image, cmap="gray_r")
        axe.set_xlabel(noms[y])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
plt.plot(mnist_reference["val_accuracy"])
plt.plot(history.history["val_accuracy"])
plt.show()
figure_comparaison = plt.gcf()
