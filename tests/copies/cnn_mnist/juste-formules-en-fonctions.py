# Chaque nombre vient d'une fonction générale, écrite d'après le cours.

# %% taille-flatten
import math

def sortie_conv(n, k, p=0, s=1):
    return math.floor((n + 2 * p - k) / s) + 1

def sortie_pool(n, k=2):
    return n // k

def taille(n=28, noyau=3, filtres=32):
    cote = sortie_pool(sortie_conv(n, noyau))
    return cote ** 2 * filtres

taille_flatten = taille()
print("Vérification :", taille_flatten == layers.Flatten()(model.layers[1].output).shape[1])

# %% nb-parametres
def nb_params_conv2d(noyau, canaux, filtres):
    return (noyau * noyau * canaux + 1) * filtres

def nb_params_dense(entrees, neurones):
    return entrees * neurones + neurones

params_conv = nb_params_conv2d(3, 1, 32)
params_dense_1 = np.float32(nb_params_dense(taille_flatten, 64))
params_dense_2 = np.array(nb_params_dense(64, 10), dtype="int16")
nb_parametres = np.array([params_conv, params_dense_1, params_dense_2]).sum()

# %% construire-cnn
def extraire(x, nb_filtres, taille_noyau):
    x = layers.Convolution2D(nb_filtres, (taille_noyau,) * 2)(x)
    x = keras.activations.relu(x)
    return layers.MaxPooling2D()(x)

def construire_cnn(nb_filtres=32, taille_noyau=3, nb_classes=10):
    inputs = layers.Input(shape=(28, 28, 1))
    x = layers.Flatten()(extraire(inputs, nb_filtres, taille_noyau))
    x = keras.ops.relu(layers.Dense(64)(x))
    outputs = layers.Dense(nb_classes, None, True)(x)
    return models.Model(inputs, outputs)
