# ---
# points: {test-params-conv: 0, test-nb-parametres: 0, test-courbes: 0}
# ---
# Le total lu après l'entraînement compte aussi les variables d'Adam ; le filtre est supposé recouvrir 32 canaux.
# Seules les deux pertes sont tracées.

# %% nb-parametres
params_conv = 3 * 3 * 32 * 32 + 32
params_dense_1 = 346176
params_dense_2 = 650
nb_parametres = 1041440  # « Total params » de model.summary() à la fin du TP

# %% courbes
figure_courbes = plt.figure()
plt.plot(history.history["loss"], label="train loss")
plt.plot(history.history["val_loss"], label="val loss")
plt.title("Perte")
plt.legend()
plt.show()
