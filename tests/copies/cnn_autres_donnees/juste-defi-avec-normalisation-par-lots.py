# Une normalisation par lots au momentum adapté, et un pas qui décroît.

# %% defi
model_defi = models.Sequential([
    layers.Input((28, 28, 1)),
    layers.Conv2D(16, 3, padding="same", use_bias=False), layers.BatchNormalization(momentum=0.9), layers.ReLU(), layers.MaxPooling2D(2),
    layers.Conv2D(32, 3, padding="same", use_bias=False), layers.BatchNormalization(momentum=0.9), layers.ReLU(), layers.MaxPooling2D(2),
    layers.Flatten(), layers.Dense(10)])
model_defi.compile(keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.01, 200)), keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
concourir(model_defi)
