# ---
# points: {test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0, test-apprentissage: 0}
# ---
# La couche Input est comptée dans model.layers : chaque indice est décalé, et le dernier n'existe pas.
# Le modèle apprend les images de 0 à 255, et non celles de la question 3 ; la métrique porte un autre nom.

# %% nb-parametres
couches = model.layers
params_conv = couches[1].count_params()
params_dense_1 = couches[4].count_params()
params_dense_2 = couches[5].count_params()
nb_parametres = model.count_params()

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=[keras.metrics.SparseCategoricalAccuracy()])
history = model.fit(x_train, y_train, epochs=3, validation_split=0.1, verbose=0)

# %% courbes
figure_courbes = plt.figure()
for cle in ("loss", "val_loss", "sparse_categorical_accuracy", "val_sparse_categorical_accuracy"):
    plt.plot(history.history[cle], label=cle)
plt.legend()

# %% evaluer
mesures = model.evaluate(x_test_norm, y_test, verbose=0, return_dict=True)
perte_test, exactitude_test = mesures["loss"], mesures["sparse_categorical_accuracy"]
