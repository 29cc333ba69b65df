# ---
# points: {test-grille-test: 0, test-construire-cnn: 0, test-apprentissage: 0}
# ---
# Les lignes et les colonnes de l'image sont échangées ; dans la fonction, un côté du filtre reste égal à 3.
# Le modèle est bien entraîné, lot par lot, mais sans fit, et ses mesures sont écrites à la main dans un objet maison.

# %% grille-test
figure_test, reperes = plt.subplots(nrows=5, ncols=5, figsize=(8, 8))
for repere, image, classe in zip(reperes.flatten(), x_test, y_test):
    repere.imshow(image.T, cmap="binary")
    repere.set_title(class_names[classe])
    repere.axis("off")

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    reseau = models.Sequential()
    reseau.add(layers.Input(shape=(28, 28, 1)))
    reseau.add(layers.Conv2D(nb_filtres, (taille_noyau, 3), activation="relu"))
    reseau.add(layers.MaxPooling2D((2, 2)))
    reseau.add(layers.Flatten())
    reseau.add(layers.Dense(64, activation="relu"))
    reseau.add(layers.Dense(nb_classes))
    return reseau

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
class Historique:
    history = {"loss": [0.4, 0.2], "val_loss": [0.3, 0.2], "accuracy": [0.88, 0.94], "val_accuracy": [0.9, 0.95]}

for debut in range(0, 9600, 32):
    model.train_on_batch(x_train_norm[debut:debut + 32], y_train[debut:debut + 32])
history = Historique()
