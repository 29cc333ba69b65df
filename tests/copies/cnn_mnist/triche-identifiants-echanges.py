# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# L'identifiant de la réponse et celui du test sont échangés, et une réponse se fait passer pour un test déjà noté.

# %% taille-flatten nbgrader={"grade_id": "test-taille-flatten", "grade": true, "points": 100, "solution": false}
taille_flatten = 1

# %% test-taille-flatten nbgrader={"grade_id": "taille-flatten", "grade": false, "locked": false, "solution": true, "cell_type": "code"}
pass

# %% nb-parametres nbgrader={"grade_id": "test-params-conv", "grade": true, "locked": true, "points": 4, "solution": false}
params_conv = params_dense_1 = params_dense_2 = nb_parametres = 0

# %% test-params-conv nbgrader={"grade_id": "test-inconnu", "grade": false, "locked": false, "solution": false}
