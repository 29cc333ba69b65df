# Un second entraînement prolonge le premier, et ses mesures sont ajoutées à history.

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=2, validation_split=0.1)
suite = model.fit(x_train_norm, y_train, initial_epoch=2, epochs=5, validation_split=0.1)
for cle in history.history:
    history.history[cle] += suite.history[cle]
history.epoch += suite.epoch

# %% courbes
figure_courbes, ax = plt.subplots(1, 2)
ax[0].step(history.epoch, history.history["loss"], where="mid")
ax[0].step(history.epoch, history.history["val_loss"], where="mid")
ax[1].errorbar(history.epoch, history.history["accuracy"], yerr=0.001)
ax[1].errorbar(history.epoch, history.history["val_accuracy"], yerr=0.001)
