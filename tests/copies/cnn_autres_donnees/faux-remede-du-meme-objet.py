# ---
# points: {test-remede: 0}
# ---
# Le réseau qui surapprend est entraîné plus longtemps, avec un arrêt précoce : c'est le même objet.

# %% remede
model_remede = model_petit
arret = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
history_remede = model_remede.fit(x_petit, y_petit, epochs=20, validation_data=(x_val, y_val), callbacks=[arret], verbose=0)
