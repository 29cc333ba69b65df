# ---
# points: {test-charger-mnist: 0, test-courbes: 0}
# ---
# Seules les images d'entraînement sont chargées, le jeu de test est jeté.
# Les mesures sont remplacées par leur moyenne lissée.

# %% charger-mnist
import keras, numpy as np, matplotlib.pyplot as plt
from keras import layers, models

(x_train, y_train), _ = keras.datasets.mnist.load_data()

# %% courbes
def lisser(v, a=0.6):
    s = [v[0]]
    for x in v[1:]:
        s.append(a * s[-1] + (1 - a) * x)
    return s

figure_courbes = plt.figure()
for cle, mesures in history.history.items():
    plt.plot(lisser(mesures), label=cle)
plt.legend()
