# Perte, exactitude et matrice viennent des objets metrics et losses de Keras.

# %% evaluer
scores = model.predict(x_test_norm, batch_size=1000)
perte_test = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(y_test, scores)
metrique = keras.metrics.SparseCategoricalAccuracy()
metrique.update_state(y_test, scores)
exactitude_test = metrique.result()
print(float(perte_test), float(exactitude_test))

# %% predire
y_pred = keras.ops.argmax(scores, axis=1)
confusion = keras.ops.matmul(keras.ops.transpose(keras.utils.to_categorical(y_test)), keras.ops.one_hot(y_pred, 10))
