# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-evaluer: 0}
# ---
# Les réponses, quand un test les lit, lèvent des exceptions qui ne sont pas des erreurs ou interrompent le noyau.

# %% taille-flatten
class Piege:
    shape = ()

    def __init__(self, exception):
        self.exception = exception

    def __array__(self, dtype=None, copy=None):
        raise self.exception

    __float__ = __int__ = __index__ = __array__

taille_flatten = Piege(SystemExit(0))

# %% nb-parametres
params_conv = Piege(KeyboardInterrupt())
params_dense_1 = Piege(GeneratorExit())
params_dense_2, nb_parametres = 650, 347146

# %% evaluer
perte_test = exactitude_test = Piege(type("Fin", (BaseException,), {"__str__": lambda self: 1 / 0})())
