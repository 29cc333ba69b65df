# ---
# points: {test-nombre-parametres: 0, test-cifar: 0}
# ---
# Le compte suppose le padding 'same' ; le nombre de CIFAR-10 est un texte.

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = hauteur // 2, largeur // 2
    return (noyau * noyau * canaux + 1) * nb_filtres + (h * l * nb_filtres + 1) * nb_neurones + (nb_neurones + 1) * nb_classes

# %% cifar
parametres_cifar = "462 410"
