# ---
# points: {test-sortie-pooling: 0, test-nombre-parametres: 0, test-cifar: 0}
# ---
# Le pas du pooling vaut 1 par défaut ; les filtres ne voient qu'un canal.

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    pas = pas or 1
    return (hauteur - fenetre) // pas + 1, (largeur - fenetre) // pas + 1

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = (hauteur - noyau + 1) // 2, (largeur - noyau + 1) // 2
    return (noyau * noyau + 1) * nb_filtres + (h * l * nb_filtres + 1) * nb_neurones + (nb_neurones + 1) * nb_classes
