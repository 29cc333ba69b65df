# Des jeux tf.data répétés sans fin, dont le nombre de lots par époque est donné à fit.

# %% entrainer
import tensorflow as tf

TAILLE_LOT = 100
apprentissage = tf.data.Dataset.from_tensor_slices((x_train_norm[:50000], y_train[:50000]))
apprentissage = apprentissage.shuffle(5000).repeat().batch(TAILLE_LOT)
validation = tf.data.Dataset.from_tensor_slices((x_train_norm[50000:], y_train[50000:])).repeat().batch(TAILLE_LOT)

model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(apprentissage, steps_per_epoch=50000 // TAILLE_LOT, epochs=4,
                    validation_data=validation, validation_steps=10000 // TAILLE_LOT)
