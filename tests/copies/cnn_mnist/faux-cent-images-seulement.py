# ---
# points: {test-apprentissage: 0}
# ---
# L'entraînement ne voit que cent images, deux fois : c'est trop peu pour apprendre.

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
petit_x, petit_y = x_train_norm[:100], y_train[:100]  # pour aller plus vite
history = model.fit(petit_x, petit_y, epochs=2, validation_data=(x_test_norm, y_test))
