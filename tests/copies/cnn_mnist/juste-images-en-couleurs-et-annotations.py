# Des images en trois canaux, dont la légende est une annotation avec un accent, sur une figure sans pyplot.

# %% grille-test
from matplotlib.figure import Figure

noms = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
figure_test = Figure(figsize=(8, 8))
sous_figures = figure_test.subfigures(5, 1)
for ligne, sous_figure in enumerate(sous_figures):
    for colonne, axe in enumerate(sous_figure.subplots(1, 5)):
        rang = 5 * ligne + colonne
        axe.imshow(np.stack([255 - x_test[rang]] * 3, axis=-1))
        axe.annotate(noms[y_test[rang]], (0.5, -0.1), xycoords="axes fraction", ha="center", color="green")
        axe.axis("off")
display(figure_test)

# %% courbes
figure_courbes = Figure(figsize=(9, 3))
for axe, fin in zip(figure_courbes.subplots(1, 2), ("loss", "accuracy")):
    for nom in (n for n in history.history if n.endswith(fin)):
        axe.plot([str(k) for k in range(1, len(history.history[nom]) + 1)], history.history[nom], label=nom)
    axe.legend(title=fin)
display(figure_courbes)
