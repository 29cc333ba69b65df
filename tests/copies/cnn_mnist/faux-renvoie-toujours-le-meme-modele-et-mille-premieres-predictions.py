# ---
# points: {test-construire-cnn: 0, test-predire: 0, test-confusion: 0}
# ---
# La fonction renvoie le modèle du cours au lieu d'en construire un.
# Seules les mille premières images de test sont classées et comptées.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    """Renvoie un nouveau réseau convolutif, pour des images 28 × 28 en niveaux de gris."""
    return model

# %% predire
y_pred = np.argmax(model.predict(x_test_norm[:1000]), axis=1)
confusion = np.zeros((10, 10), dtype=int)
for v, p in zip(y_test[:1000], y_pred):
    confusion[v, p] += 1
