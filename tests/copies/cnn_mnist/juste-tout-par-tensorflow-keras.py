# Tout passe par tensorflow.keras ; étiquettes one-hot et entropie croisée sur les scores bruts.

# %% charger-mnist
import tensorflow as tf
from tensorflow.keras import layers, models
from tensorflow.keras.datasets import mnist
from tensorflow.keras.utils import to_categorical
import numpy as np
from matplotlib import pyplot as plt

print(tf.__version__, tf.config.list_physical_devices("GPU"))
(x_train, y_train), (x_test, y_test) = mnist.load_data()

# %% grille-test
fig, ax = plt.subplots(nrows=5, ncols=5, figsize=(9, 9), sharex=True, sharey=True)
for k in range(25):
    ax[k // 5][k % 5].imshow(x_test[k], cmap=plt.cm.binary)
    ax[k // 5][k % 5].set_title(y_test[k])
    ax[k // 5][k % 5].axis("off")
figure_test = fig

# %% preparer
x_train_norm = x_train.astype("float32")
x_train_norm /= 255.0
x_train_norm = np.expand_dims(x_train_norm, axis=3)
x_test_norm = x_test.astype("float32")
x_test_norm /= 255.0
x_test_norm = np.expand_dims(x_test_norm, axis=3)

# %% entrainer
y_train_cat = to_categorical(y_train, num_classes=10)
y_test_cat = to_categorical(y_test, num_classes=10)
model.compile(
    optimizer=tf.keras.optimizers.RMSprop(learning_rate=1e-3),
    loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.CategoricalAccuracy()],
)
history = model.fit(x_train_norm[:54000], y_train_cat[:54000], batch_size=128, epochs=5,
                    validation_data=(x_train_norm[54000:], y_train_cat[54000:]))

# %% courbes
figure_courbes = plt.figure(figsize=(12, 5))
plt.subplot(1, 2, 1)
plt.plot(history.history["loss"], "b-", label="train")
plt.plot(history.history["val_loss"], "r-", label="val")
plt.xlabel("Epoch")
plt.legend()
plt.subplot(1, 2, 2)
plt.plot(history.history["categorical_accuracy"], "b-", label="train")
plt.plot(history.history["val_categorical_accuracy"], "r-", label="val")
plt.xlabel("Epoch")
plt.legend()
plt.show()

# %% evaluer
score = model.evaluate(x_test_norm, y_test_cat, batch_size=128)
perte_test = score[0]
exactitude_test = score[1]

# %% predire
y_pred = tf.math.argmax(model.predict(x_test_norm), axis=1)
confusion = tf.math.confusion_matrix(y_test, y_pred, num_classes=10).numpy()
