# ---
# points: {test-preparer: 0, test-compilation: 0}
# ---
# Une faute de recopie : les images de test normalisées viennent de x_train.
# La compilation oublie l'exactitude ; la suite compte sur le filet de sécurité.

# %% preparer
x_train_norm = x_train[:, :, :, None] / 255.0
x_test_norm = x_train[:10000, :, :, None] / 255.0

# %% entrainer
model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
history = model.fit(x_train_norm, y_train, epochs=5, batch_size=32, validation_split=0.1)
