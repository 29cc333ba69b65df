# ---
# points: {test-grille: 0, test-sortie-convolution: 0, test-sortie-pooling: 0, test-nombre-parametres: 0}
# ---
# Les fonctions affichent leur résultat sans le renvoyer ; la grille non plus n'est pas renvoyée.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for i in range(25):
        axes[i // 5, i % 5].imshow(images[i], cmap="gray_r")
        axes[i // 5, i % 5].set_title(noms[etiquettes[i]])
    plt.show()


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    print((hauteur - noyau) // pas + 1, (largeur - noyau) // pas + 1)

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    print(hauteur // fenetre, largeur // fenetre)

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    total = (noyau ** 2 * canaux + 1) * nb_filtres + ((hauteur - noyau + 1) // 2 * ((largeur - noyau + 1) // 2) * nb_filtres + 1) * nb_neurones
    print(total + (nb_neurones + 1) * nb_classes)

# %% cifar
parametres_cifar = (3 * 3 * 3 + 1) * 32 + (15 * 15 * 32 + 1) * 64 + 65 * 10
