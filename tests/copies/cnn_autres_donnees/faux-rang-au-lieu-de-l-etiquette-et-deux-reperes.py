# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La légende suit le rang de l'image ; les courbes sont dans deux repères.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for i, axe in enumerate(axes.flat):
        axe.imshow(images[i], cmap="gray_r")
        axe.set_xlabel(noms[i % 10])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
figure_comparaison, (gauche, droite) = plt.subplots(1, 2)
gauche.plot(mnist_reference["val_accuracy"])
droite.plot(history.history["val_accuracy"])
plt.show()
