# ---
# points: {test-grille-test: 0, test-taille-flatten: 0, test-construire-cnn: 0}
# ---
# Une réponse est vidée, une autre laissée telle quelle, une troisième réduite à la première ligne de la fonction.

# %% grille-test
# pas eu le temps

# %% taille-flatten
# VOTRE CODE ICI (remplacez « pass »)
pass

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    """Renvoie un nouveau réseau convolutif, pour des images 28 × 28 en niveaux de gris."""
    # VOTRE CODE ICI (remplacez « pass »)
    pass
