# ---
# points: {test-sortie-convolution: 0, test-sortie-pooling: 0}
# ---
# La division n'est pas entière ; le pooling arrondit toujours au-dessus.

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    if padding == "same":
        return hauteur / pas, largeur / pas
    return (hauteur - noyau) / pas + 1, (largeur - noyau) / pas + 1

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    pas = pas or fenetre
    return -(-hauteur // pas), -(-largeur // pas)
