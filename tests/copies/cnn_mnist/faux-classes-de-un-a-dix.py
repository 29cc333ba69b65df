# ---
# points: {test-predire: 0, test-confusion: 0}
# ---
# Les classes prédites vont de 1 à 10 et la matrice a onze lignes et onze colonnes.

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=-1) + 1
confusion = np.zeros((11, 11))
for v, p in zip(y_test + 1, y_pred):
    confusion[v, p] += 1
