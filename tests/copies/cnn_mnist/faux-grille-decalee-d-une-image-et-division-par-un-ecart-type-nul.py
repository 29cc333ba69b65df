# ---
# points: {test-grille-test: 0, test-apprentissage: 0}
# ---
# La boucle part de 1 : l'image de rang 0 manque, et celle de rang 25 est en trop.
# Les pixels sont divisés par leur écart-type, nul sur les bords : les poids ne sont plus des nombres.

# %% grille-test
figure_test = plt.figure(figsize=(10, 10))
for i in range(1, 26):
    plt.subplot(5, 5, i)
    plt.imshow(x_test[i], cmap=plt.cm.binary)
    plt.title(class_names[y_test[i]])
    plt.axis("off")
plt.show()

# %% entrainer
model.compile(optimizer="adam",
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=["accuracy"])
moyenne = x_train_norm.mean(axis=0)
ecart_type = x_train_norm.std(axis=0)
x_train_std = (x_train_norm - moyenne) / ecart_type
history = model.fit(x_train_std, y_train, epochs=3, validation_split=0.1)
