# La grille est faite avec plt.subplot, des titres et une autre palette ; la figure est prise à la fin.

# %% grille
def afficher_grille(images, etiquettes, noms):
    plt.figure(figsize=(10, 10))
    plt.suptitle("Mode")
    for i in range(25):
        plt.subplot(5, 5, i + 1)
        plt.imshow(255 - images[i], cmap=plt.cm.binary)
        plt.title(f"classe : {noms[etiquettes[i]].lower()} ({etiquettes[i]})")
        plt.axis("off")
    return plt.gcf()


afficher_grille(x_train, y_train, class_names)
plt.show()
