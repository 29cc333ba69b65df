# Une classe PyDataset charge les lots, à l'entraînement, en validation et au test.

# %% entrainer
import math

class Lots(keras.utils.PyDataset):
    def __init__(self, images, etiquettes, taille=50, **options):
        super().__init__(**options)
        self.images, self.etiquettes, self.taille = images, etiquettes, taille

    def __len__(self):
        return math.ceil(len(self.images) / self.taille)

    def __getitem__(self, k):
        morceau = slice(k * self.taille, (k + 1) * self.taille)
        return self.images[morceau], self.etiquettes[morceau]

model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(Lots(x_train_norm[:55000], y_train[:55000]), epochs=5, shuffle=True,
                    validation_data=Lots(x_train_norm[55000:], y_train[55000:]))

# %% evaluer
perte_test, exactitude_test = model.evaluate(Lots(x_test_norm, y_test, 200), verbose=0)
