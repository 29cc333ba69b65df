# ---
# points: {test-taille-flatten: 0}
# ---
# Une cellule qui écrit sans fin.

# %% taille-flatten
while True:
    print("x" * 10000)
