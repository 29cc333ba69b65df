# Les images de validation sont tirées au sort, sans remise, parmi celles d'entraînement.

# %% entrainer
rng = np.random.default_rng(seed=7)
ordre = rng.permutation(len(x_train_norm))
coupe = int(0.85 * len(ordre))
i_app, i_val = ordre[:coupe], ordre[coupe:]
model.compile(keras.optimizers.AdamW(2e-3, weight_decay=1e-4),
              loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x=x_train_norm[i_app], y=y_train[i_app], batch_size=256, epochs=8, shuffle=True,
                    validation_data=(x_train_norm[i_val], y_train[i_val]), validation_batch_size=1000)

# %% surapprentissage [markdown]
# Oui, un peu : après la 4e époque l'exactitude d'entraînement continue de monter (0,998 à la 8e) mais celle de validation
# reste à 0,984, et la perte de validation remonte de 0,055 à 0,062. J'arrêterais à la 4e époque.
