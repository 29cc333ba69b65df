# Un rappel LambdaCallback note les mesures de chaque époque, que les courbes reprennent ; la descente de gradient est lente.

# %% entrainer
pertes, pertes_val, justes, justes_val = [], [], [], []

def noter(epoque, logs):
    pertes.append(logs["loss"])
    pertes_val.append(logs["val_loss"])
    justes.append(logs["accuracy"])
    justes_val.append(logs["val_accuracy"])

model.compile(keras.optimizers.SGD(0.003), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=6, validation_split=0.1, verbose=0,
                    callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=noter)])

# %% courbes
figure_courbes, (haut, bas) = plt.subplots(2, 1)
haut.plot(pertes)
haut.plot(pertes_val)
bas.plot(justes)
bas.plot(justes_val)
