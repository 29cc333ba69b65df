# ---
# points: {test-grille: 0, test-sortie-convolution: 0, test-sortie-pooling: 0, test-nombre-parametres: 0}
# ---
# Les images vont de la dernière à la première ; les valeurs par défaut des fonctions ne sont pas celles demandées.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure, axes = plt.subplots(5, 5, figsize=(8, 8))
    for i, axe in enumerate(axes.flat):
        axe.imshow(images[24 - i], cmap="gray_r")
        axe.set_xlabel(noms[etiquettes[24 - i]])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="same"):
    def cote(n):
        return -(-n // pas) if padding == "same" else (n - noyau) // pas + 1

    return cote(hauteur), cote(largeur)

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=3, pas=None, padding="valid"):
    pas = pas or fenetre

    def cote(n):
        return -(-n // pas) if padding == "same" else (n - fenetre) // pas + 1

    return cote(hauteur), cote(largeur)

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=32, nb_classes=10):
    a_plat = ((hauteur - noyau + 1) // 2) * ((largeur - noyau + 1) // 2) * nb_filtres
    return (noyau * noyau * canaux + 1) * nb_filtres + (a_plat + 1) * nb_neurones + (nb_neurones + 1) * nb_classes

# %% cifar
parametres_cifar = nombre_parametres(32, 32, 3, 32, 3, 64)
