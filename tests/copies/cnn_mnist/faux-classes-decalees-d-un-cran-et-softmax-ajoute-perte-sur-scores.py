# ---
# points: {test-grille-test: 0, test-compilation: 0}
# ---
# Les classes sont supposées numérotées à partir de 1.
# Une couche softmax est ajoutée, mais la perte garde from_logits=True.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i])
    classe = y_test[i]
    plt.title(class_names[int(classe) - 1])
plt.tight_layout()

# %% entrainer
model = models.Sequential([model, layers.Activation("softmax")])
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1)
