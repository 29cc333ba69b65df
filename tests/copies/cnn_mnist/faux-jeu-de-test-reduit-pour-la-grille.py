# ---
# points: {test-preparer: 0}
# ---
# La grille est juste, mais elle écrase le jeu de test par ses 25 premières images.

# %% grille-test
x_test = x_test[:25]
y_test = y_test[:25]
figure_test = plt.figure(figsize=(8, 8))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_test[i]])
plt.show()
