# ---
# points: {test-cifar: 0, test-sortie-pooling: 0}
# ---
# Un test est étiqueté pour ne pas être exécuté, un autre supprimé.

# %% cifar
parametres_cifar = 5

# %% test-cifar tags=["skip-execution"]

# %% sortie-pooling
def sortie_pooling(hauteur, largeur, fenetre=2, pas=None, padding="valid"):
    return 0, 0

# %% test-sortie-pooling supprimer=true
