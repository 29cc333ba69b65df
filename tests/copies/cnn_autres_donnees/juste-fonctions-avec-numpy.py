# Des tableaux NumPy, des flottants entiers, des lambdas.

# %% sortie-convolution
sortie_convolution = lambda hauteur, largeur, noyau, pas=1, padding="valid": tuple(
    np.ceil((np.array([hauteur, largeur]) - (noyau - 1 if padding == "valid" else 0)) / pas))

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    pas = fenetre if not pas else pas
    tailles = np.array([hauteur, largeur])
    return np.ceil(tailles / pas).astype(int) if padding == "same" else (tailles - fenetre + pas) // pas

# %% cifar
parametres_cifar = np.float32(nombre_parametres(largeur=32, hauteur=32, canaux=3, nb_filtres=32, noyau=3))
