# ---
# points: {test-confusion: 0}
# ---
# La première étiquette est sautée : chaque prédiction est comparée à l'image suivante.

# %% predire
y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
for vraie, predite in zip(y_test[1:], y_pred):
    confusion[vraie, predite] += 1
