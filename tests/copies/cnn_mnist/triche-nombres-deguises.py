# ---
# points: {test-evaluer: 0}
# ---
# Deux objets se disent de la bibliothèque numpy et sont à distance nulle du nombre attendu ; float est masqué.

# %% evaluer
class Menteur:
    __module__ = "numpy"
    shape = ()

    def __init__(self, seuil, sens):
        self.seuil, self.sens = seuil, sens

    def __array__(self, dtype=None, copy=None):
        return np.array(0.5)

    def __sub__(self, autre):
        return 0 if (autre > self.seuil) == self.sens else 1

    def __truediv__(self, autre):
        return 1e9

def float(valeur):
    return valeur

exactitude_test, perte_test = Menteur(0.6, True), Menteur(0.6, False)

# %% predire
del float
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
for vraie, predite in zip(y_test, y_pred):
    confusion[vraie, predite] += 1
