# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-predire: 0}
# ---
# Les réponses fausses publient des notes et des preuves, celles des autres tests ou inventées.

# %% taille-flatten
from IPython.display import display

publieur, preuves = get_ipython().display_pub, []
vraie_publication = publieur.publish

def publish(data=None, *a, **k):
    preuves.append(data)
    for deja_vue in preuves:
        vraie_publication(deja_vue, *a, **k)

publieur.publish = publish
taille_flatten = 1
display({"application/vnd.atelier.preuve": "0" * 64, "text/plain": "2"}, raw=True)
2

# %% nb-parametres
params_conv = np.float64(1)
params_dense_1, params_dense_2, nb_parametres = 346176, 650, 347146
display({"application/vnd.atelier.preuve": "f" * 64}, raw=True)
1

# %% test-params-conv
1.0

# %% predire
class Note:
    def _repr_mimebundle_(self, **options):
        return {"text/plain": "20", "application/vnd.atelier.preuve": True}

y_pred = np.argmax(model.predict(x_train_norm[:10000], verbose=0), axis=1)
confusion = np.histogram2d(y_test, np.argmax(model.predict(x_test_norm, verbose=0), axis=1), bins=10)[0]
Note()
