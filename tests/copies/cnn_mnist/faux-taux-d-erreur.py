# ---
# points: {test-evaluer: 0}
# ---
# C'est la proportion d'images mal classées qui est donnée.

# %% evaluer
perte_test, acc = model.evaluate(x_test_norm, y_test)
exactitude_test = 1 - acc
