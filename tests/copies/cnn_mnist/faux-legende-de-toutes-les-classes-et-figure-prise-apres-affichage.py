# ---
# points: {test-grille-test: 0, test-courbes: 0}
# ---
# L'indice est oublié : chaque case porte la liste entière des classes.
# La figure est demandée après plt.show() : c'en est une nouvelle, vide.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8.5))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.xticks([])
    plt.yticks([])
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names)
plt.show()

# %% courbes
h = history.history
for mesure in ["loss", "accuracy"]:
    plt.plot(h[mesure])
    plt.plot(h["val_" + mesure])
plt.legend(["perte", "perte (val)", "exactitude", "exactitude (val)"])
plt.show()
figure_courbes = plt.gcf()
