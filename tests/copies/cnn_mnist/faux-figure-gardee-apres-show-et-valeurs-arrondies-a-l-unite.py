# ---
# points: {test-grille-test: 0, test-evaluer: 0}
# ---
# La figure courante est demandée après plt.show(), qui l'a fermée.
# Les deux mesures sont arrondies à l'unité.

# %% grille-test
plt.figure(figsize=(8, 8))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_test[i]])
plt.show()
figure_test = plt.gcf()

# %% evaluer
perte, exactitude = model.evaluate(x_test_norm, y_test)
perte_test = round(perte)
exactitude_test = round(exactitude)
