# ---
# points: {test-compilation: 0}
# ---
# La compilation oublie l'exactitude ; la suite compte sur le filet de sécurité.

# %% entrainer
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
history = model.fit(x_train_norm, y_train, epochs=5, batch_size=32, validation_split=0.1)
