# ---
# points: {test-taille-flatten: 0}
# ---
# Une boucle qui ne se laisse pas interrompre.

# %% taille-flatten
import time

while True:
    try:
        time.sleep(1)
    except KeyboardInterrupt:
        pass
