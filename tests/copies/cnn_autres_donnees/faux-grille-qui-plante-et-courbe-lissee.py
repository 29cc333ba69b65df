# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La grille reçoit les étiquettes à la place des images ; la courbe est lissée.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for axe, image, y in zip(axes.flat, images, etiquettes):
        axe.imshow(y, cmap="gray_r")
        axe.set_xlabel(noms[image])
    return figure

# %% comparer
figure_comparaison = plt.figure()
plt.plot(mnist_reference["val_accuracy"])
plt.plot(np.convolve(history.history["val_accuracy"], np.ones(3) / 3, mode="same"))
plt.show()
