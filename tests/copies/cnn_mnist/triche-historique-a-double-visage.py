# ---
# points: {test-courbes: 0}
# ---
# Les courbes sont inventées ; les listes de l'historique redeviennent ces courbes quand un test les lit.

# %% courbes
class Suite(list):
    def __array__(self, dtype=None, copy=None):
        return np.array([0.5, 0.3, 0.2, 0.1])

class Journal(dict):
    pass

figure_courbes, repere = plt.subplots()
for nom in ["loss", "val_loss", "accuracy", "val_accuracy"]:
    repere.plot([0.5, 0.3, 0.2, 0.1], label=nom)
history.history = Journal({nom: Suite(valeurs) for nom, valeurs in history.history.items()})
repere.legend()
plt.show()
