# Une sous-classe de keras.Model crée ses couches dans un autre ordre que celui du calcul.

# %% construire-cnn
class CNN(keras.Model):
    def __init__(self, nb_filtres=32, taille_noyau=3, nb_classes=10):
        super().__init__()
        # la classification
        self.dense1 = layers.Dense(64, activation="relu")
        self.dense2 = layers.Dense(nb_classes)
        # l'extraction de caractéristiques
        self.conv = layers.Conv2D(nb_filtres, taille_noyau, activation="relu")
        self.pool = layers.MaxPooling2D((2, 2))
        self.flatten = layers.Flatten()

    def call(self, images):
        return self.dense2(self.dense1(self.flatten(self.pool(self.conv(images)))))

def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    reseau = CNN(nb_filtres, taille_noyau, nb_classes)
    reseau.build((None, 28, 28, 1))
    return reseau
