# Les paramètres sont comptés par Keras.

# %% nombre-parametres
def nombre_parametres(hauteur, largeur, canaux, nb_filtres, noyau, nb_neurones=64, nb_classes=10):
    reseau = models.Sequential([
        layers.Input((hauteur, largeur, canaux)), layers.Conv2D(nb_filtres, noyau), layers.MaxPooling2D(),
        layers.Flatten(), layers.Dense(nb_neurones), layers.Dense(nb_classes)])
    return reseau.count_params()
