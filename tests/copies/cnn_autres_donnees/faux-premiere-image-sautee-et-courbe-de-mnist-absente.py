# ---
# points: {test-grille: 0, test-comparaison: 0}
# ---
# La grille commence à la deuxième image ; MNIST n'est pas tracé.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure = plt.figure(figsize=(8, 8))
    for i in range(1, 26):
        plt.subplot(5, 5, i)
        plt.imshow(images[i], cmap="gray_r")
        plt.xlabel(noms[etiquettes[i]])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% comparer
figure_comparaison = plt.figure()
plt.plot(history.history["accuracy"])
plt.plot(history.history["val_accuracy"])
plt.show()
