# L'API fonctionnelle, keras importé par TensorFlow, plt.subplots, une formule lue dans le modèle.

# %% charger-mnist
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()

# %% grille-test
figure_test, cases = plt.subplots(5, 5, figsize=(10, 10))
for case, image, classe in zip(cases.ravel(), x_test, y_test):
    case.imshow(255 - image, cmap="gray")
    case.set_title(class_names[classe])
    case.axis("off")

# %% preparer
x_train_norm = np.expand_dims(x_train / 255.0, -1)
x_test_norm = np.expand_dims(x_test / 255.0, -1)

# %% taille-flatten
taille_flatten = np.prod(model.layers[1].output.shape[1:])

# %% nb-parametres
params_conv, _, _, params_dense_1, params_dense_2 = [couche.count_params() for couche in model.layers]
nb_parametres = model.count_params()

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    entree = tf.keras.Input((28, 28, 1))
    x = tf.keras.layers.Conv2D(nb_filtres, taille_noyau)(entree)
    x = tf.keras.layers.ReLU()(x)
    x = tf.keras.layers.MaxPool2D()(x)
    x = tf.keras.layers.Flatten()(x)
    x = tf.keras.layers.Dense(64, "relu")(x)
    return tf.keras.Model(entree, tf.keras.layers.Dense(nb_classes)(x))

# %% entrainer
model = construire_cnn()
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["acc"])
history = model.fit(x_train_norm, y_train, epochs=3, batch_size=64, validation_data=(x_test_norm, y_test))

# %% courbes
figure_courbes = plt.figure()
for cle in ["loss", "val_loss", "acc", "val_acc"]:
    plt.plot(history.history[cle], label=cle)
plt.legend()

# %% evaluer
mesures = model.evaluate(x_test_norm, y_test, return_dict=True)
perte_test = np.float32(mesures["loss"])
exactitude_test = mesures["acc"]

# %% predire
scores = model.predict(x_test_norm)
y_pred = tf.argmax(scores, axis=-1).numpy()
confusion = tf.math.confusion_matrix(y_test, y_pred)
