# ---
# points: {test-grille-test: 0, test-predire: 0}
# ---
# Les deux valeurs que renvoie plt.subplots sont échangées : figure_test est le tableau des repères.
# Les prédictions portent sur les images de 0 à 255 ; la matrice compte bien ce que contient y_pred.

# %% grille-test
fig, figure_test = plt.subplots(5, 5, figsize=(8, 8))
for i, repere in enumerate(figure_test.flat):
    repere.imshow(x_test[i], cmap="gray_r")
    repere.set_xticks([]), repere.set_yticks([])
    repere.set_xlabel(class_names[y_test[i]])

# %% predire
y_pred = np.argmax(model.predict(np.expand_dims(x_test, axis=3)), axis=1)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, y_pred), 1)
