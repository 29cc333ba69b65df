# ---
# points: {test-evaluer: 0}
# ---
# Le jeu de test est évalué par lots, dont le dernier est plus petit, et les mesures sont moyennées comme s'ils étaient égaux.

# %% evaluer
pertes, exactitudes = [], []
for debut in range(0, len(x_test_norm), 3400):
    lot = slice(debut, debut + 3400)
    perte, exactitude = model.evaluate(x_test_norm[lot], y_test[lot], verbose=0)
    pertes.append(perte)
    exactitudes.append(exactitude)
perte_test, exactitude_test = np.mean(pertes), np.mean(exactitudes)
