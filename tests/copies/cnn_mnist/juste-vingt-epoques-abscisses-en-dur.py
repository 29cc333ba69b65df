# Vingt époques, et le même nombre écrit dans les abscisses des courbes.

# %% entrainer
EPOCHS = 20
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=EPOCHS, batch_size=256, validation_split=0.2)

# %% courbes
figure_courbes = plt.figure(figsize=(8, 8))
plt.subplot(2, 1, 1)
plt.plot(range(EPOCHS), history.history["accuracy"], label="Training Accuracy")
plt.plot(range(EPOCHS), history.history["val_accuracy"], label="Validation Accuracy")
plt.legend(loc="lower right")
plt.subplot(2, 1, 2)
plt.plot(range(EPOCHS), history.history["loss"], label="Training Loss")
plt.plot(range(EPOCHS), history.history["val_loss"], label="Validation Loss")
plt.legend(loc="upper right")
plt.show()
