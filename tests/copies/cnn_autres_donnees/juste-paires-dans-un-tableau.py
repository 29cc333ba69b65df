# Les paires sont un tableau NumPy, tirées de la matrice de confusion de TensorFlow ou triées à la main.

# %% confusions
import tensorflow as tf
predites = model.predict(x_test_norm).argmax(-1)
matrice = tf.math.confusion_matrix(y_test, predites).numpy()
liste = sorted(((matrice[i, j], i, j) for i in range(10) for j in range(10) if i != j), reverse=True)
paires_confondues = np.array([(i, j) for _, i, j in liste[:5]])
