# Un jeu tf.data mis en cache, mélangé en entier et préparé par map ; la validation est prise par take et skip.

# %% charger-mnist
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers, models
import matplotlib.pyplot as plt
import numpy as np

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()

# %% entrainer
AUTOTUNE = tf.data.AUTOTUNE

def normaliser(image, etiquette):
    return tf.cast(image[..., tf.newaxis], tf.float32) / 255.0, etiquette

jeu = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(60000, seed=1, reshuffle_each_iteration=False)
jeu = jeu.map(normaliser, num_parallel_calls=AUTOTUNE)
ds_val = jeu.take(6000).batch(500).cache().prefetch(AUTOTUNE)
ds_train = jeu.skip(6000).cache().shuffle(10000).batch(64).prefetch(AUTOTUNE)

model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(ds_train, validation_data=ds_val, epochs=5)

# %% evaluer
ds_test = tf.data.Dataset.from_tensor_slices((x_test, y_test)).map(normaliser).batch(100)
perte_test, exactitude_test = model.evaluate(ds_test)

# %% predire
y_pred = np.concatenate([np.argmax(model.predict_on_batch(images), axis=1) for images, _ in ds_test])
vraies = np.concatenate([y for _, y in ds_test])
confusion = np.array([[np.sum((vraies == i) & (y_pred == j)) for j in range(10)] for i in range(10)])
