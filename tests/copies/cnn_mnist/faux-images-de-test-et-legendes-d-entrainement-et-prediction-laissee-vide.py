# ---
# points: {test-grille-test: 0, test-predire: 0, test-confusion: 0}
# ---
# Le code de la grille fournie est recopié : les images sont changées, pas les étiquettes.
# La question 11 n'est pas traitée.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8.5))
plt.suptitle("Les 25 premières images de test")
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.xticks([])
    plt.yticks([])
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_train[i]])
plt.tight_layout()
plt.show()

# %% predire
# à faire
