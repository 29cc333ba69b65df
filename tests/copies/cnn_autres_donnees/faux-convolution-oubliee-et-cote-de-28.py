# ---
# points: {test-nombre-parametres: 0, test-cifar: 0}
# ---
# La convolution manque au compte ; CIFAR-10 est traité comme des images de 28 pixels.

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = (hauteur - noyau + 1) // 2, (largeur - noyau + 1) // 2
    return (h * l * nb_filtres + 1) * nb_neurones + (nb_neurones + 1) * nb_classes

# %% cifar
parametres_cifar = (27 + 1) * 32 + (13 * 13 * 32 + 1) * 64 + 65 * 10
