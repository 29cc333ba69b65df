# L'augmentation est faite à la main, une fois pour toutes : les images et leurs reflets, décalés d'un pixel ou non.

# %% remede
miroir = x_petit[:, :, ::-1]
images = np.concatenate([x_petit, miroir, np.roll(x_petit, 1, axis=2), np.roll(miroir, -1, axis=1)])
etiquettes = np.tile(y_petit, 4)
model_remede = construire_petit(0.4)
history_remede = model_remede.fit(images, etiquettes, epochs=10, validation_data=(x_val, y_val), verbose=0)
