# ---
# points: {test-sortie-convolution: 0, test-sortie-pooling: 0}
# ---
# Le pas de la convolution est ignoré ; le pooling ignore le sien aussi.

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    if padding == "same":
        return hauteur, largeur
    return hauteur - noyau + 1, largeur - noyau + 1

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    if padding == "same":
        return -(-hauteur // fenetre), -(-largeur // fenetre)
    return hauteur // fenetre, largeur // fenetre
