# ---
# points: {test-params-conv: 0, test-courbes: 0}
# ---
# Le filtre est supposé avoir d'autres poids à chaque position ; le total, lu dans le modèle, est juste.
# La clé « acc » n'existe pas : la cellule s'arrête après les pertes.

# %% nb-parametres
params_conv = 26 * 26 * 32 * (3 * 3 + 1)
params_dense_1 = 13 * 13 * 32 * 64 + 64
params_dense_2 = 64 * 10 + 10
nb_parametres = model.count_params()

# %% courbes
figure_courbes = plt.figure(figsize=(10, 4))
plt.subplot(1, 2, 1)
plt.plot(history.history["loss"])
plt.plot(history.history["val_loss"])
plt.subplot(1, 2, 2)
plt.plot(history.history["acc"])
plt.plot(history.history["val_acc"])
plt.show()
