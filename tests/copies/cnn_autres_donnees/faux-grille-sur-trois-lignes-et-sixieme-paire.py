# ---
# points: {test-grille: 0, test-confusions: 0}
# ---
# La grille a trois lignes de neuf cases ; une paire un peu moins fréquente prend la place de la cinquième.

# %% grille
def afficher_grille(images, etiquettes, noms):
    figure = plt.figure(figsize=(12, 5))
    for i in range(25):
        plt.subplot(3, 9, i + 1)
        plt.imshow(images[i], cmap="gray_r")
        plt.xlabel(noms[etiquettes[i]])
    return figure


afficher_grille(x_train, y_train, class_names)
plt.show()

# %% confusions
predites = np.argmax(model.predict(x_test_norm, batch_size=250, verbose=0), axis=1)
erreurs = np.zeros((10, 10), dtype=int)
np.add.at(erreurs, (y_test, predites), 1)
np.fill_diagonal(erreurs, 0)
rangs = [int(rang) for rang in np.argsort(-erreurs, axis=None)]
suivant = next(rang for rang in rangs[5:] if erreurs.flat[rang] < erreurs.flat[rangs[4]] - 5)
paires_confondues = [(rang // 10, rang % 10) for rang in [*rangs[:4], suivant]]
