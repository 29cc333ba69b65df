# ---
# points: {test-apprentissage: 0}
# ---
# Les images sont séparées de celles de validation, leurs étiquettes non : fit s'arrête sur une erreur.

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
x_app, x_val = x_train_norm[:50000], x_train_norm[50000:]
y_val = y_train[50000:]
history = model.fit(x_app, y_train, epochs=5, validation_data=(x_val, y_val))
