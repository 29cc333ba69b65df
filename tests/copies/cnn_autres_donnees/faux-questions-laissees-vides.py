# ---
# points: {test-grille: 0, test-architecture: 0, test-apprentissage: 0, test-comparaison: 0, test-confusions: 0, test-sortie-convolution: 0, test-sortie-pooling: 0, test-nombre-parametres: 0, test-cifar: 0, test-defi-entrainement: 0, test-defi-budget: 0, test-defi-dense: 0, test-defi-reference: 0, test-surapprentissage: 0, test-remede: 0}
# ---
# Tout est vide sauf le chargement.

# %% grille
pass

# %% entrainer
pass

# %% comparer
pass

# %% confusions
pass

# %% sortie-convolution
pass

# %% sortie-pooling
pass

# %% nombre-parametres
pass

# %% cifar
pass

# %% defi
pass

# %% surapprendre
pass

# %% remede
pass
