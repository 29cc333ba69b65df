# ---
# points: {test-sortie-pooling: 0, test-nombre-parametres: 0}
# ---
# Le couple du pooling est renversé ; le compte ne lit que la hauteur.

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    pas = pas or fenetre
    if padding == "same":
        return -(-largeur // pas), -(-hauteur // pas)
    return (largeur - fenetre) // pas + 1, (hauteur - fenetre) // pas + 1

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    n = (hauteur - noyau + 1) // 2
    return (noyau * noyau * canaux + 1) * nb_filtres + (n * n * nb_filtres + 1) * nb_neurones + (nb_neurones + 1) * nb_classes
