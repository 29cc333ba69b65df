# L'entropie croisée est réécrite avec les opérations de Keras.

# %% entrainer
from keras import ops

def entropie_croisee(y_vrai, scores):
    cible = ops.one_hot(ops.cast(y_vrai, "int32"), 10)
    return -ops.sum(cible * ops.log_softmax(scores, axis=-1), axis=-1)

def exactitude(y_vrai, scores):
    return ops.cast(ops.equal(ops.cast(y_vrai, "int64"), ops.cast(ops.argmax(scores, axis=-1), "int64")), "float32")

model.compile(optimizer=keras.optimizers.Adam(1e-3), loss=entropie_croisee, metrics=[exactitude])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)

# %% courbes
h = history.history
figure_courbes = plt.figure()
plt.plot(h["loss"], label="perte")
plt.plot(h["val_loss"], label="perte (validation)")
plt.plot(h["exactitude"], label="exactitude")
plt.plot(h["val_exactitude"], label="exactitude (validation)")
plt.ylim(0, 1)
plt.legend()
