# collections.Counter compte les erreurs.

# %% confusions
from collections import Counter
predites = np.argmax(model.predict(x_test_norm, batch_size=250, verbose=0), axis=1)
compte = Counter((v, p) for v, p in zip(y_test, predites) if v != p)
paires_confondues = [paire for paire, nombre in compte.most_common(5)]
