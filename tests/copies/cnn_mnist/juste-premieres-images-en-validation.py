# Les dix mille premières images d'entraînement servent de validation, le modèle apprend les autres.

# %% entrainer
x_val, partial_x_train = x_train_norm[:10000], x_train_norm[10000:]
y_val, partial_y_train = y_train[:10000], y_train[10000:]

model.compile(optimizer="rmsprop", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(partial_x_train, partial_y_train, epochs=5, batch_size=64, validation_data=(x_val, y_val))

# %% courbes
historique = history.history
loss_values = historique["loss"]
val_loss_values = historique["val_loss"]
epochs = range(1, len(loss_values) + 1)
figure_courbes = plt.figure(figsize=(6, 10))
plt.subplot(211)
plt.plot(epochs, loss_values, "bo", label="Perte d'entraînement")
plt.plot(epochs, val_loss_values, "b", label="Perte de validation")
plt.legend()
plt.subplot(212)
plt.plot(epochs, historique["accuracy"], "bo", label="Exactitude d'entraînement")
plt.plot(epochs, historique["val_accuracy"], "b", label="Exactitude de validation")
plt.legend()
plt.show()
