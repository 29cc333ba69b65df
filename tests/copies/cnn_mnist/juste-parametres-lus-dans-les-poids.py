# Les nombres demandés sont lus dans les tableaux de poids du modèle.

# %% taille-flatten
taille_flatten = model.layers[3].kernel.shape[0]

# %% nb-parametres
conv, pool, plat, dense1, dense2 = model.layers
params_conv = np.size(conv.get_weights()[0]) + np.size(conv.get_weights()[1])
params_dense_1 = sum(np.prod(w.shape) for w in dense1.trainable_weights)
params_dense_2 = dense2.kernel.numpy().size + dense2.bias.numpy().size
nb_parametres = np.sum([p.size for p in model.get_weights()])

# %% construire-cnn
construire_cnn = lambda nb_filtres=32, taille_noyau=3, nb_classes=10: keras.Sequential(
    [keras.Input((28, 28, 1)),
     layers.Conv2D(filters=nb_filtres, kernel_size=[taille_noyau, taille_noyau], activation=keras.activations.relu),
     layers.MaxPool2D(2, 2, "valid"), layers.Flatten("channels_last"), layers.Dense(64, keras.activations.relu), layers.Dense(nb_classes)])
