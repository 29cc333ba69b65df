# Chaque légende de la grille est une phrase, où « un » est un article et non la classe.

# %% grille-test
figure_test, cases = plt.subplots(5, 5, figsize=(11, 11))
for rang, case in enumerate(cases.reshape(-1)):
    nom = class_names[y_test[rang]]
    case.imshow(x_test[rang], cmap="gray_r")
    case.set_title(f"C'est un {nom.lower()}", fontsize=9)
    case.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)
