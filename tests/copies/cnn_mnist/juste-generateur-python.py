# Un générateur Python fournit des lots tirés au hasard.

# %% entrainer
def generateur(images, etiquettes, taille=64):
    while True:
        choix = np.random.randint(0, len(images), taille)
        yield images[choix], etiquettes[choix]

n_val = 5000
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(
    generateur(x_train_norm[n_val:], y_train[n_val:]),
    steps_per_epoch=(60000 - n_val) // 64,
    epochs=3,
    validation_data=(x_train_norm[:n_val], y_train[:n_val]),
)

# %% predire
def lots(images, taille=250):
    for debut in range(0, len(images), taille):
        yield images[debut:debut + taille]

y_pred = []
for lot in lots(x_test_norm):
    y_pred += model.predict_on_batch(lot).argmax(axis=1).tolist()
confusion = [[0] * 10 for _ in range(10)]
for vrai, predit in zip(y_test, y_pred):
    confusion[vrai][predit] += 1
