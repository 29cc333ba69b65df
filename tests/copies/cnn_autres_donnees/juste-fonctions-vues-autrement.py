# Les tailles sont comptées position par position, ou calculées avec math.ceil et un padding explicite.

# %% sortie-convolution
import math

def sortie_convolution(hauteur, largeur, noyau, pas=1, padding="valid"):
    if padding.lower() == "same":
        return [math.ceil(hauteur / pas), math.ceil(largeur / pas)]
    return len(range(0, hauteur - noyau + 1, pas)), len(range(0, largeur - noyau + 1, pas))

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    return sortie_convolution(hauteur, largeur, fenetre, fenetre if pas is None else pas, padding)

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    h, l = sortie_pooling(*sortie_convolution(hauteur, largeur, noyau))
    couches = {"conv": nb_filtres * (noyau ** 2 * canaux) + nb_filtres, "dense": h * l * nb_filtres * nb_neurones + nb_neurones}
    return np.int64(sum(couches.values()) + nb_neurones * nb_classes + nb_classes)
