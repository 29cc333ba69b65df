# ---
# points: {test-nombre-parametres: 0, test-cifar: 0}
# ---
# Les côtés du filtre sont additionnés ; les biais manquent pour CIFAR-10.

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = (hauteur - noyau + 1) // 2, (largeur - noyau + 1) // 2
    return (2 * noyau * canaux + 1) * nb_filtres + (h * l * nb_filtres + 1) * nb_neurones + (nb_neurones + 1) * nb_classes

# %% cifar
parametres_cifar = 27 * 32 + 15 * 15 * 32 * 64 + 64 * 10
