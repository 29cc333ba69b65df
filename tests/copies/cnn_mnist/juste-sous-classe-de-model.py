# Le réseau est une sous-classe de keras.Model, qui sert aussi à l'entraînement.

# %% construire-cnn
class ReseauConvolutif(keras.Model):
    def __init__(self, nb_filtres, taille_noyau, nb_classes):
        super().__init__()
        self.conv = layers.Conv2D(nb_filtres, taille_noyau, activation="relu")
        self.pool = layers.MaxPooling2D()
        self.aplatir = layers.Flatten()
        self.cachee = layers.Dense(64, activation="relu")
        self.sortie = layers.Dense(nb_classes)

    def call(self, x, training=False):
        x = self.pool(self.conv(x))
        return self.sortie(self.cachee(self.aplatir(x)))

def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return ReseauConvolutif(nb_filtres, taille_noyau, nb_classes)

# %% entrainer
model = construire_cnn()
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
model.summary()
