# ---
# points: {test-grille-test: 0, test-confusion: 0}
# ---
# Les images descendent colonne par colonne au lieu de suivre les lignes.
# La matrice compte les 60 000 images d'entraînement.

# %% grille-test
figure_test, ax = plt.subplots(5, 5, figsize=(9, 9))
k = 0
for col in range(5):
    for lig in range(5):
        ax[lig, col].imshow(x_test[k], cmap="gray")
        ax[lig, col].set_title(class_names[y_test[k]])
        ax[lig, col].set_axis_off()
        k += 1
figure_test.tight_layout()

# %% predire
y_pred = np.argmax(model.predict(x_test_norm), axis=1)
y_pred_train = np.argmax(model.predict(x_train_norm), axis=1)
confusion = np.zeros((10, 10), dtype=int)
for v, p in zip(y_train, y_pred_train):
    confusion[v, p] += 1
