# ---
# points: {test-defi-entrainement: 0, test-defi-budget: 0, test-defi-dense: 0, test-defi-reference: 0, test-remede: 0}
# ---
# Le remède apprend la validation ; le défi est laissé vide.

# %% defi
pass

# %% remede
model_remede = construire_petit()
history_remede = model_remede.fit(x_val, y_val, epochs=40, validation_data=(x_val, y_val), verbose=0)
