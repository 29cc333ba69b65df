# Le plus possible en Python pur : boucles, listes, compteurs et fonctions standard.

# %% grille-test
figure_test = plt.figure(figsize=(6, 7))
for rang in range(25):
    ligne, colonne = divmod(rang, 5)
    axe = figure_test.add_axes([colonne / 5, 0.8 - ligne / 5, 0.16, 0.15])
    axe.imshow(x_test[rang].tolist(), cmap="gray_r")
    axe.text(2, 4, int(y_test[rang]), color="red")
    axe.set_axis_off()

# %% taille-flatten
largeur = len(range(0, 28 - 3 + 1))
moitie = len(range(0, largeur - 1, 2))
taille_flatten = 0
for carte in range(32):
    for ligne in range(moitie):
        for colonne in range(moitie):
            taille_flatten += 1

# %% nb-parametres
params = {"conv": 0, "dense1": 0, "dense2": 0}
for filtre in range(32):
    params["conv"] += 3 * 3 * 1 + 1
for neurone in range(64):
    params["dense1"] += taille_flatten + 1
for neurone in range(10):
    params["dense2"] += 64 + 1
params_conv, params_dense_1, params_dense_2 = params.values()
nb_parametres = sum(params.values())

# %% courbes
figure_courbes = plt.figure()
for cle, valeurs in history.history.items():
    plt.plot(list(range(1, len(valeurs) + 1)), [round(v, 3) for v in valeurs], label=cle)
plt.legend()

# %% evaluer
import math

logits = model.predict(x_test_norm, verbose=0).tolist()
somme, bons = 0.0, 0
for scores, classe in zip(logits, y_test.tolist()):
    plus_grand = max(scores)
    somme += plus_grand + math.log(sum(math.exp(s - plus_grand) for s in scores)) - scores[classe]
    bons += scores.index(plus_grand) == classe
perte_test = somme / len(logits)
exactitude_test = bons / len(logits)

# %% predire
from collections import Counter

y_pred = [scores.index(max(scores)) for scores in logits]
compte = Counter(zip(y_test.tolist(), y_pred))
confusion = [[compte[vrai, predit] for predit in range(10)] for vrai in range(10)]
