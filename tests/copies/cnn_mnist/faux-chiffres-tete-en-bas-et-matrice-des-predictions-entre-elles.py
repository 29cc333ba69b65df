# ---
# points: {test-grille-test: 0, test-confusion: 0}
# ---
# Les limites des axes sont réglées à la main, dans l'ordre croissant : chaque chiffre est renversé.
# Les prédictions sont comparées à elles-mêmes : aucune erreur n'apparaît.

# %% grille-test
figure_test = plt.figure(figsize=(8, 8))
for i in range(25):
    plt.subplot(5, 5, i + 1)
    plt.imshow(x_test[i], cmap="gray_r")
    plt.axis([0, 28, 0, 28])
    plt.xticks([])
    plt.yticks([])
    plt.title(class_names[y_test[i]])
plt.show()

# %% predire
import tensorflow as tf

y_pred = tf.argmax(model.predict(x_test_norm), axis=1)
confusion = tf.math.confusion_matrix(y_pred, y_pred)
