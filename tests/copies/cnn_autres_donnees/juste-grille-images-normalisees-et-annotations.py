# La fonction convertit les images et écrit les noms dans l'image.

# %% grille
def afficher_grille(images, etiquettes, noms):
    fig = plt.figure(figsize=(9, 9))
    for rang, (image, y) in enumerate(zip(np.asarray(images)[:25], etiquettes)):
        axe = fig.add_subplot(5, 5, rang + 1, xticks=[], yticks=[])
        axe.imshow(np.stack([image / 255.0] * 3, axis=-1))
        axe.text(1, 26, str(noms[int(y)]), color="orange")
    return fig


afficher_grille(x_train, y_train, class_names)
plt.show()
