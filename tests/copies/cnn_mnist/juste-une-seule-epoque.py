# Une seule époque, sur tout, avec des lots de 512 images et la validation du jeu de test.

# %% entrainer
model.compile(optimizer="nadam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, 512, 1, validation_data=(x_test_norm, y_test))

# %% courbes
figure_courbes, ax = plt.subplots()
for cle in history.history:
    ax.semilogy(history.history[cle], "o", label=cle)
ax.set_xlabel("époque")
ax.legend()
