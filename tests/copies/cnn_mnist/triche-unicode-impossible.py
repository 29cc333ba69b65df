# ---
# points: {test-taille-flatten: 0, test-params-conv: 0}
# ---
# Les sorties et le message d'erreur sont pleins de caractères de contrôle, de moitiés de caractères et de séquences de terminal.

# %% taille-flatten
import sys

affreux = "\ud800\udfff\x00\x07\x1b[2J\x1b[31m\u202e\ufeff\r\b" + chr(0x10FFFF) + "<b>"
for flux in (sys.stdout, sys.stderr):
    try:
        flux.write(affreux * 100)
    except UnicodeError:
        pass
try:
    display({"text/plain": affreux, affreux: affreux, "image/png": affreux, "application/json": float("nan")}, raw=True)
except Exception:
    pass
raise type("Erreur" + chr(0x202E), (Exception,), {})(affreux)

# %% nb-parametres
params_conv = type(chr(0x202E) + "<script>", (), {"shape": affreux, "__repr__": lambda self: affreux})()
params_dense_1, params_dense_2, nb_parametres = 346176, 650, 347146

# %% surapprentissage [markdown]
# &#0; ‮ <style>*{display:none}</style> ${7*7} {{ 7*7 }} {% for i in range(10**9) %} $$\def\a{\a\a}\a$$
