# ---
# points: {test-taille-flatten: 0}
# ---
# La cellule de test est marquée pour que nbgrader ne l'exécute pas.

# %% taille-flatten
taille_flatten = 1

# %% test-taille-flatten tags=["skip-execution"]
