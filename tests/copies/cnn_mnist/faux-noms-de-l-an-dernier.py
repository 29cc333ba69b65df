# ---
# points: {test-charger-mnist: 0, test-grille-test: 0, test-preparer: 0, test-taille-flatten: 0,
#  test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-construire-cnn: 0,
#  test-apprentissage: 0, test-courbes: 0, test-evaluer: 0, test-predire: 0, test-confusion: 0}
# ---
# Un corrigé d'une autre année est recopié : tout est juste, sauf les noms ; seule la compilation de model compte.

# %% charger-mnist
import matplotlib.pyplot as plt
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers, models

(train_images, train_labels), (test_images, test_labels) = keras.datasets.mnist.load_data()

# %% grille-test
fig = plt.figure(figsize=(10, 10))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(test_images[i], cmap=plt.cm.binary)
    plt.xlabel(class_names[test_labels[i]])
plt.show()

# %% preparer
train_images = train_images.reshape((60000, 28, 28, 1)) / 255.0
test_images = test_images.reshape((10000, 28, 28, 1)) / 255.0

# %% taille-flatten
n_flatten = 13 * 13 * 32

# %% nb-parametres
p1, p2, p3 = 320, 346176, 650
total = p1 + p2 + p3

# %% construire-cnn
def build_cnn(filters=32, kernel_size=3, classes=10):
    return models.Sequential([
        layers.Conv2D(filters, kernel_size, activation="relu", input_shape=(28, 28, 1)),
        layers.MaxPooling2D((2, 2)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(classes),
    ])

# %% entrainer
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
hist = model.fit(train_images, train_labels, epochs=5, validation_data=(test_images, test_labels))

# %% courbes
fig2 = plt.figure()
for cle in hist.history:
    plt.plot(hist.history[cle], label=cle)
plt.legend()

# %% evaluer
test_loss, test_acc = model.evaluate(test_images, test_labels, verbose=2)

# %% predire
predictions = np.argmax(model.predict(test_images), axis=1)
cm = np.zeros((10, 10), dtype=int)
for vrai, predit in zip(test_labels, predictions):
    cm[vrai, predit] += 1
