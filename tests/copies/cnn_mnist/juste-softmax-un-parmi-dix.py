# Étiquettes « one-hot » et couche Softmax ajoutée : la perte sur des probabilités est alors la bonne.

# %% entrainer
model.add(layers.Softmax())
y_train_oh = keras.utils.to_categorical(y_train)
y_test = keras.utils.to_categorical(y_test)
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
arret = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
history = model.fit(x_train_norm, y_train_oh, epochs=4, validation_data=(x_test_norm, y_test), callbacks=[arret])

# %% evaluer
perte_test, exactitude_test = model.evaluate(x_test_norm, y_test)

# %% predire
y_pred = [int(np.argmax(p)) for p in model.predict(x_test_norm)]
confusion = [[sum(1 for v, p in zip(np.argmax(y_test, axis=1), y_pred) if (v, p) == (i, j)) for j in range(10)] for i in range(10)]
