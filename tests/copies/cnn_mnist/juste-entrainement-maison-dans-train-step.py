# Une sous-classe de Sequential réécrit train_step avec un GradientTape.

# %% entrainer
import tensorflow as tf

class MonModele(keras.Sequential):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as ruban:
            scores = self(x, training=True)
            perte = self.compute_loss(x=x, y=y, y_pred=scores)
        gradients = ruban.gradient(perte, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        for metrique in self.metrics:
            if metrique.name == "loss":
                metrique.update_state(perte)
            else:
                metrique.update_state(y, scores)
        return {m.name: m.result() for m in self.metrics}

model = MonModele(model.layers)
perte = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile("adam", perte, metrics=[keras.metrics.SparseCategoricalAccuracy(name="acc")])
history = model.fit(x_train_norm, y_train, epochs=3, validation_split=0.1)
print(history.history.keys())

# %% courbes
figure_courbes = plt.figure()
for nom, valeurs in history.history.items():
    if isinstance(valeurs[0], dict):
        continue
    plt.plot(valeurs, label=nom)
plt.legend()

# %% evaluer
scores = model.predict(x_test_norm)
perte_test = float(keras.ops.mean(keras.losses.sparse_categorical_crossentropy(y_test, scores, from_logits=True)))
exactitude_test = np.mean(np.argmax(scores, axis=1) == y_test)
