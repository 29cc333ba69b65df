# ---
# points: {test-preparer: 0, test-courbes: 0}
# ---
# Les gris sont arrondis à une décimale.
# L'exactitude d'entraînement est tracée à la place de celle de validation.

# %% preparer
x_train_norm = np.round(x_train.reshape(-1, 28, 28, 1) / 255, 1)
x_test_norm = np.round(x_test.reshape(-1, 28, 28, 1) / 255, 1)

# %% courbes
mesures = history.history
figure_courbes, (a, b) = plt.subplots(1, 2, figsize=(9, 4))
a.plot(mesures["loss"], label="entraînement")
a.plot(mesures["val_loss"], label="validation")
b.plot(mesures["accuracy"], label="entraînement")
b.plot(mesures["accuracy"], label="validation")
a.legend()
b.legend()
