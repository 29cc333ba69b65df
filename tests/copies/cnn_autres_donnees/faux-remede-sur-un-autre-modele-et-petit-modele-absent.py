# ---
# points: {test-surapprentissage: 0, test-remede: 0}
# ---
# Le remède est appliqué à model, model_remede n'existe pas ; model_petit non plus.

# %% surapprendre
petit_modele = keras.models.clone_model(model)

# %% remede
modele = models.Sequential([layers.Input((28, 28, 1)), layers.Flatten(), layers.Dropout(0.5), layers.Dense(10)])
