# ---
# points: {test-cifar: 0}
# ---
# Une réponse arrête le processus ; le reste est juste.

# %% cifar
import os

os._exit(0)
