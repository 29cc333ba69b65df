# Tout par tf.keras, avec d'autres alias.

# %% charger-fashion
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers as L, models
from tensorflow.keras.datasets import fashion_mnist

(x_train, y_train), (x_test, y_test) = fashion_mnist.load_data()
keras = tf.keras
layers = L

# %% entrainer
model = models.Sequential([L.Input((28, 28, 1)), L.Conv2D(32, 3, activation="relu"), L.MaxPooling2D(2),
    L.Flatten(), L.Dense(64, activation="relu"), L.Dense(10)])
model.compile(optimizer=tf.keras.optimizers.Adam(), loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="exactitude")])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1, verbose=0)

# %% comparer
figure_comparaison = plt.figure()
plt.plot([100 * v for v in mnist_reference["val_accuracy"]])
plt.plot([100 * v for v in history.history["val_exactitude"]])
plt.legend(["chiffres", "mode"])
plt.show()
