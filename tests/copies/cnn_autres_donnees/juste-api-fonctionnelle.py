# Les modèles sont écrits avec l'API fonctionnelle.

# %% entrainer
entree = layers.Input((28, 28, 1))
x = layers.Conv2D(32, 3)(entree)
x = layers.ReLU()(x)
x = layers.MaxPooling2D()(x)
x = layers.Dense(64, "relu")(layers.Flatten()(x))
model = models.Model(entree, layers.Dense(10)(x))
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm[:54000], y_train[:54000], epochs=3, validation_data=(x_train_norm[54000:], y_train[54000:]), verbose=0)

# %% defi
entree = layers.Input((28, 28, 1))
x = entree
for filtres in (16, 32):
    x = layers.MaxPooling2D(2)(layers.Conv2D(filtres, 3, padding="same", activation="relu")(x))
model_defi = models.Model(entree, layers.Dense(10)(layers.Flatten()(x)))
model_defi.compile(keras.optimizers.Nadam(keras.optimizers.schedules.CosineDecay(0.01, 200)),
                   keras.losses.SparseCategoricalCrossentropy(from_logits=True))
concourir(model_defi)
