# L'entropie croisée est additionnée sur le lot au lieu d'être moyennée, avec un pas plus petit.

# %% entrainer
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="sum"),
    metrics=["accuracy"],
)
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
