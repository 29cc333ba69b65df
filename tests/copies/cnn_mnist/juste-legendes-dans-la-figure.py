# Les légendes de la grille sont écrites dans la figure, sous chaque image, et une barre de couleurs borde chaque case.

# %% grille-test
figure_test = plt.figure(figsize=(10, 10))
for rang in range(25):
    axe = plt.subplot2grid((5, 5), (rang // 5, rang % 5))
    dessin = axe.imshow(plt.cm.gray(x_test[rang]))
    figure_test.colorbar(dessin, ax=axe, shrink=0.6)
    axe.axis("off")
    place = axe.get_position()
    figure_test.text(place.x0, place.y0 - 0.012, class_names[y_test[rang]])
plt.show()
