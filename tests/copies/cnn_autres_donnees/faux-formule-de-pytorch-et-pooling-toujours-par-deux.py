# ---
# points: {test-sortie-convolution: 0, test-sortie-pooling: 0}
# ---
# Le padding vaut k // 2 des deux côtés ; le pooling divise toujours par deux.

# %% sortie-convolution
def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    p = noyau // 2 if padding == "same" else 0
    return (hauteur + 2 * p - noyau) // pas + 1, (largeur + 2 * p - noyau) // pas + 1

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    return hauteur // 2, largeur // 2
