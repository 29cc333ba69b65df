# ---
# points: {test-confusion: 0}
# ---
# Les prédictions du jeu de test sont comparées aux étiquettes d'entraînement.

# %% predire
import tensorflow as tf

y_pred = np.argmax(model.predict(x_test_norm, verbose=0), axis=1)
confusion = tf.math.confusion_matrix(y_train[:10000], y_pred).numpy()
