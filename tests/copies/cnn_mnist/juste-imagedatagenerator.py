# Les lots viennent de l'ancienne classe ImageDataGenerator, qui sépare aussi la validation.

# %% entrainer
import tensorflow as tf

generateur = tf.keras.preprocessing.image.ImageDataGenerator(validation_split=0.15)
flux_train = generateur.flow(x_train_norm, y_train, batch_size=64, subset="training", seed=3)
flux_val = generateur.flow(x_train_norm, y_train, batch_size=64, subset="validation", seed=3)

model.compile(loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), optimizer="adam", metrics=["accuracy"])
history = model.fit(flux_train, epochs=3, validation_data=flux_val)
