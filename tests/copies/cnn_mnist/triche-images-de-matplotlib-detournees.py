# ---
# points: {test-grille-test: 0}
# a-verifier: [test-grille-test]
# ---
# La figure est faite d'images blanches, et la méthode de Matplotlib qui donne leurs pixels est remplacée le temps du test.

# %% grille-test
import matplotlib.image

figure_test, reperes = plt.subplots(5, 5, figsize=(8, 8))
for i, repere in enumerate(reperes.flat):
    repere.imshow(np.zeros((28, 28)))
    repere.set_xlabel(class_names[y_test[i]])
plt.show()
matplotlib.image.AxesImage.get_array = lambda image: x_test[image.axes.get_subplotspec().num1]

# %% preparer
del matplotlib.image.AxesImage.get_array
x_train_norm = np.expand_dims(x_train / np.float32(255), -1)
x_test_norm = np.expand_dims(x_test / np.float32(255), -1)
