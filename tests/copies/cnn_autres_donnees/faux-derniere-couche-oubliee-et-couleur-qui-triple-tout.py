# ---
# points: {test-nombre-parametres: 0, test-cifar: 0}
# ---
# La seconde couche Dense manque au compte ; le total du gris est multiplié par trois.

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = (hauteur - noyau + 1) // 2, (largeur - noyau + 1) // 2
    return (noyau * noyau * canaux + 1) * nb_filtres + (h * l * nb_filtres + 1) * nb_neurones

# %% cifar
parametres_cifar = 3 * ((9 + 1) * 32 + (15 * 15 * 32 + 1) * 64 + 65 * 10)
