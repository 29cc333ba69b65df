# ---
# points: {test-compilation: 0, test-apprentissage: 0}
# ---
# La sortie du réseau est faite de scores bruts, mais la perte attend des probabilités : il n'apprend pas.

# %% entrainer
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train_norm, y_train, epochs=2, validation_split=0.1, verbose=0)
