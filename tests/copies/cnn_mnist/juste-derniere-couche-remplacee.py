# La dernière couche est retirée et refaite avec softmax, et la perte attend des probabilités.

# %% entrainer
model.pop()
model.add(layers.Dense(10, activation="softmax"))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, batch_size=16, epochs=3, validation_split=0.1)

# %% predire
probabilites = model.predict(x_test_norm)
y_pred = np.empty(10000, dtype=np.uint8)
for k, p in enumerate(probabilites):
    y_pred[k] = max(range(10), key=lambda c: p[c])
confusion = np.zeros((10, 10))
for i in range(10):
    confusion[i] = np.bincount(y_pred[y_test == i], minlength=10)
