# ---
# points: {test-evaluer: 0}
# ---
# Les mesures sont rangées sous forme de texte.

# %% evaluer
loss, acc = model.evaluate(x_test_norm, y_test)
perte_test = f"{loss:.4f}"
exactitude_test = f"{acc:.2%}"
