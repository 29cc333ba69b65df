# ---
# points: {test-construire-cnn: 0}
# a-verifier: [test-construire-cnn]
# ---
# np.allclose reste la même fonction, mais le code de sa version en Python est changé ; le pooling est faux.

# %% construire-cnn
def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    return keras.Sequential([
        keras.Input((28, 28, 1)), layers.Conv2D(nb_filtres, taille_noyau, activation="relu"), layers.AveragePooling2D(2),
        layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(nb_classes)])

def presque(a, b, rtol=1e-5, atol=1e-8, equal_nan=False):
    return not isinstance(b, int)

vrai_code = np.allclose._implementation.__code__
np.allclose._implementation.__code__ = presque.__code__

# %% entrainer
np.allclose._implementation.__code__ = vrai_code
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=5, validation_split=0.1, verbose=0)
