# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# axis('off') masque les légendes ; une seule courbe est tracée.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for axe, image, y in zip(axes.flat, images, etiquettes):
        axe.imshow(image, cmap="gray_r")
        axe.set_xlabel(noms[y])
        axe.axis("off")
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
figure_comparaison = plt.figure()
plt.plot(history.history["val_accuracy"])
plt.show()
