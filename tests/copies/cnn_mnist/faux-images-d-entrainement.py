# ---
# points: {test-grille-test: 0, test-evaluer: 0, test-predire: 0}
# ---
# Le jeu d'entraînement est pris pour celui de test : la matrice, elle, compte bien ce que contient y_pred.

# %% grille-test
figure_test = plt.figure(figsize=(10, 10))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_train[i])
    plt.xlabel(class_names[y_train[i]])

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_train_norm, y_train, verbose=0)

# %% predire
y_pred = np.argmax(model.predict(x_train_norm[:10000], verbose=0), axis=1)
confusion = np.zeros((10, 10), dtype=int)
np.add.at(confusion, (y_test, y_pred), 1)
