# Le meilleur modèle est enregistré par ModelCheckpoint, puis relu avec load_model.

# %% grille-test
figure_test, reperes = plt.subplot_mosaic([[f"{5 * i + j}" for j in range(5)] for i in range(5)], figsize=(8, 9))
for nom, repere in reperes.items():
    rang = int(nom)
    repere.imshow(np.invert(x_test[rang]), cmap="gray")
    repere.set_axis_off()
    repere.set_title(f"{class_names[y_test[rang]]} ({y_test[rang]})", fontsize=9)
figure_test.savefig("grille_test.png", dpi=60)
plt.close(figure_test)

# %% entrainer
import os

os.makedirs("sauvegardes", exist_ok=True)
chemin = os.path.join("sauvegardes", "meilleur.keras")
rappels = [
    keras.callbacks.EarlyStopping(monitor="val_loss", patience=3, verbose=1),
    keras.callbacks.ModelCheckpoint(chemin, monitor="val_accuracy", save_best_only=True, verbose=1),
    keras.callbacks.ReduceLROnPlateau(factor=0.2, patience=1, min_lr=1e-5),
]
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=10, validation_split=0.1, callbacks=rappels)
print(os.listdir("sauvegardes"))
model = keras.models.load_model(chemin)

# %% courbes
figure_courbes, gauche = plt.subplots()
droite = gauche.twinx()
for repere, cle, couleur in [(gauche, "loss", "tab:red"), (droite, "accuracy", "tab:blue")]:
    repere.plot(history.history[cle], color=couleur)
    repere.plot(history.history[f"val_{cle}"], "--", color=couleur)
    repere.set_ylabel(cle, color=couleur)
meilleure = int(np.argmin(history.history["val_loss"]))
gauche.axvline(meilleure, color="gray")
gauche.annotate("meilleure époque", (meilleure, history.history["val_loss"][meilleure]))
