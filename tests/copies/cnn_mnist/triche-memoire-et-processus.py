# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Une cellule prend toute la mémoire, une autre se multiplie.

# %% taille-flatten
import mmap

tout = []
while True:
    morceau = mmap.mmap(-1, 2**28)
    morceau.write(b"x" * 2**28)
    tout.append(morceau)

# %% nb-parametres
import os

while True:
    os.fork()
