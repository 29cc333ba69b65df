# ---
# points: {test-defi-entrainement: 0, test-defi-dense: 0, test-defi-reference: 0, test-remede: 0}
# ---
# model_defi n'est pas compilé ; le remède s'arrête après deux époques.

# %% defi
model_defi = models.Sequential([layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10)])
concourir(model_defi)

# %% remede
model_remede = construire_petit()
history_remede = model_remede.fit(x_petit, y_petit, epochs=2, validation_data=(x_val, y_val), verbose=0)
