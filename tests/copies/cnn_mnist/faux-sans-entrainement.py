# ---
# points: {test-apprentissage: 0, test-courbes: 0}
# ---
# Le modèle est compilé, jamais entraîné ; les courbes sont inventées.

# %% entrainer
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])

# %% courbes
figure_courbes = plt.figure()
for valeurs in ([0.5, 0.3, 0.2], [0.6, 0.4, 0.3], [0.8, 0.9, 0.95], [0.7, 0.8, 0.9]):
    plt.plot(valeurs)
