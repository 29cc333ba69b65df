# ---
# points: {test-taille-flatten: 0}
# ---
# La réponse fausse est suivie d'un exit(), qui demande au noyau de s'arrêter.

# %% taille-flatten
taille_flatten = 13 * 13
exit()
