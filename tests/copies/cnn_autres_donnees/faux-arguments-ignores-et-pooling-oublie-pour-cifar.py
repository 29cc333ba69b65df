# ---
# points: {test-nombre-parametres: 0, test-cifar: 0}
# ---
# Les 64 neurones et les 10 classes sont écrits en dur ; le pooling est oublié pour CIFAR-10.

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = (hauteur - noyau + 1) // 2, (largeur - noyau + 1) // 2
    return (noyau * noyau * canaux + 1) * nb_filtres + (h * l * nb_filtres + 1) * 64 + 65 * 10

# %% cifar
parametres_cifar = (27 + 1) * 32 + (30 * 30 * 32 + 1) * 64 + 65 * 10
