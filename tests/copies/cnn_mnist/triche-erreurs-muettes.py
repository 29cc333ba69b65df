# ---
# points: {test-taille-flatten: 0, test-params-conv: 0}
# ---
# L'affichage des erreurs est supprimé.

# %% taille-flatten
import sys

console = get_ipython()
console._showtraceback = console.showtraceback = lambda *a, **k: None
sys.excepthook = lambda *a: None
taille_flatten = 1

# %% nb-parametres
params_conv = 1
params_dense_1, params_dense_2, nb_parametres = 346176, 650, 347146
