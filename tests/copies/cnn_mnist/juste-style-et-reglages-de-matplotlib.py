# Style sombre, réglages de Matplotlib, repères serrés d'une ImageGrid et courbes à la main levée.

# %% grille-test
from mpl_toolkits.axes_grid1 import ImageGrid

plt.style.use("dark_background")
plt.rcParams.update({"figure.dpi": 80, "image.cmap": "magma", "axes.grid": False, "font.size": 8, "figure.autolayout": False})
figure_test = plt.figure(figsize=(9, 9))
grille = ImageGrid(figure_test, 111, nrows_ncols=(5, 5), axes_pad=0.35)
for axe, image, etiquette in zip(grille, x_test, y_test):
    axe.imshow(image, interpolation="bilinear")
    axe.set_title(f"{etiquette} = {class_names[etiquette]}")
    axe.set_xticks([]); axe.set_yticks([])

# %% courbes
with plt.xkcd():
    figure_courbes = plt.figure(layout="tight")
    haut, bas = figure_courbes.subfigures(2, 1)
    for cadre, cle in [(haut, "loss"), (bas, "accuracy")]:
        axe = cadre.subplots()
        for prefixe in ("", "val_"):
            valeurs = 100 * np.array(history.history[prefixe + cle])
            axe.plot(valeurs, label=prefixe + cle)
            axe.fill_between(range(len(valeurs)), valeurs, alpha=0.1)
        axe.legend()
plt.style.use("default")
