# ---
# points: {test-cifar: 0, test-nombre-parametres: 0}
# ---
# Les cellules verrouillées répondent à la place de l'élève.

# %% regles-du-defi
parametres_cifar = 1

# %% nombre-parametres
nombre_parametres = None

# %% cifar
print("voir plus bas")

# %% test-cifar
parametres_cifar = 1

# %% test-nombre-parametres
assert True
