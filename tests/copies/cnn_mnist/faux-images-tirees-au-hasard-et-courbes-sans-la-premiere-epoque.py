# ---
# points: {test-grille-test: 0, test-courbes: 0}
# ---
# Vingt-cinq images de test quelconques, avec leurs bonnes classes.
# La première époque est retirée de chaque courbe.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
indices = np.random.choice(len(x_test), 25, replace=False)
for place, i in enumerate(indices, start=1):
    plt.subplot(5, 5, place)
    plt.imshow(x_test[i], cmap="gray_r")
    plt.xlabel(class_names[y_test[i]])
plt.show()

# %% courbes
figure_courbes = plt.figure()
for cle in ["loss", "val_loss", "accuracy", "val_accuracy"]:
    plt.plot(history.history[cle][1:], label=cle)
plt.legend()
