# ---
# points: {test-preparer: 0, test-taille-flatten: 0,
#  test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Trois cellules de réponse ont disparu du notebook.

# %% preparer supprimer=true

# %% taille-flatten supprimer=true

# %% nb-parametres supprimer=true
