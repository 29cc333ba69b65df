# ---
# points: {test-evaluer: 0}
# ---
# Le nombre d'images bien classées est donné à la place de leur proportion.

# %% evaluer
predictions = np.argmax(model.predict(x_test_norm), axis=1)
perte_test = model.evaluate(x_test_norm, y_test)[0]
exactitude_test = np.sum(predictions == y_test)
