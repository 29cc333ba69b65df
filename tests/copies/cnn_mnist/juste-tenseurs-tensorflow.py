# Les données préparées, les nombres et les prédictions restent des tenseurs de TensorFlow, sans NumPy.

# %% charger-mnist
import keras
import matplotlib.pyplot as plt
import tensorflow as tf
from keras import layers, models

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()

# %% preparer
x_train_norm = tf.expand_dims(tf.cast(x_train, tf.float32) / 255.0, axis=-1)
x_test_norm = tf.image.convert_image_dtype(x_test[..., tf.newaxis], tf.float32)

# %% taille-flatten
taille_flatten = tf.constant(13) * tf.constant(13) * 32

# %% nb-parametres
params_conv = tf.add(3 * 3 * 32, 32)
params_dense_1 = taille_flatten * 64 + 64
params_dense_2 = tf.constant(650.0)
nb_parametres = tf.reduce_sum([params_conv, params_dense_1, tf.cast(params_dense_2, tf.int32)])
tf.print(nb_parametres)

# %% entrainer
model.compile("adam", tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, tf.constant(y_train), epochs=3, validation_split=0.1)

# %% evaluer
scores = tf.concat([model(x_test_norm[k:k + 500]) for k in range(0, 10000, 500)], axis=0)
etiquettes = tf.cast(y_test, tf.int64)
perte_test = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(etiquettes, scores))
exactitude_test = tf.reduce_mean(tf.cast(tf.argmax(scores, 1) == etiquettes, tf.float32))

# %% predire
y_pred = tf.argmax(scores, 1)
confusion = tf.Variable(tf.zeros((10, 10), tf.int32))
confusion.scatter_nd_add(tf.stack([etiquettes, y_pred], axis=1), tf.ones(10000, tf.int32))
