# Les poids des couches Dense sont régularisés (L2) : l'architecture est la même, la perte compte un terme de plus.

# %% construire-cnn
from keras import regularizers

def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    l2 = regularizers.l2(1e-4)
    cnn = models.Sequential(name="cnn_mnist")
    cnn.add(keras.Input(shape=(28, 28, 1), name="image"))
    cnn.add(layers.Conv2D(nb_filtres, (taille_noyau, taille_noyau), strides=(1, 1), padding="valid", activation="relu",
                          kernel_initializer="he_uniform", name="conv"))
    cnn.add(layers.MaxPooling2D(pool_size=(2, 2), strides=2, padding="valid", name="pool"))
    cnn.add(layers.Flatten(name="flatten"))
    cnn.add(layers.Dense(units=64, activation="relu", kernel_regularizer=l2, name="dense"))
    cnn.add(layers.Dense(units=nb_classes, activation="linear", kernel_regularizer=l2, name="logits"))
    return cnn

# %% entrainer
model = construire_cnn()
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
