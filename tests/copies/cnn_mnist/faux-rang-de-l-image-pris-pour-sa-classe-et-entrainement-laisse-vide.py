# ---
# points: {test-grille-test: 0, test-taille-flatten: 0, test-compilation: 0, test-apprentissage: 0}
# ---
# L'image de rang 10 n'a pas de nom de classe : la cellule s'arrête au milieu ; la taille est affichée, jamais rangée.
# La question 7 n'est pas traitée ; la suite, juste, utilise le modèle de secours.

# %% grille-test
figure_test = plt.figure(figsize=(10, 10))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i])
    plt.title(class_names[i])
plt.show()

# %% taille-flatten
taille_flatten = print(13 * 13 * 32)

# %% entrainer
# je n'ai pas eu le temps
