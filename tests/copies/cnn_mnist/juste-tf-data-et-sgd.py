# Un jeu tf.data, la descente de gradient simple, des nombres à virgule, des courbes en pourcentage.

# %% taille-flatten
taille_flatten = ((28 - 2) / 2) ** 2 * 32

# %% nb-parametres
params_conv = np.int32(9 * 32 + 32)
params_dense_1 = 5408 * 64 + 64
params_dense_2 = 650.0
nb_parametres = sum([params_conv, params_dense_1, params_dense_2])

# %% entrainer
import tensorflow as tf

lots = tf.data.Dataset.from_tensor_slices((x_train_norm, y_train)).shuffle(2000).batch(32)
validation = tf.data.Dataset.from_tensor_slices((x_test_norm, y_test)).batch(256)
model.compile(
    optimizer=keras.optimizers.SGD(0.05),
    loss=lambda y, z: tf.nn.sparse_softmax_cross_entropy_with_logits(tf.cast(tf.reshape(y, [-1]), "int32"), z),
    metrics=[keras.metrics.SparseCategoricalAccuracy(name="exactitude")],
)
history = model.fit(lots, epochs=2, validation_data=validation)

# %% courbes
figure_courbes, (gauche, droite) = plt.subplots(2)
gauche.plot(history.history["loss"])
gauche.plot(history.history["val_loss"])
droite.plot([100 * v for v in history.history["exactitude"]])
droite.plot([100 * v for v in history.history["val_exactitude"]])
