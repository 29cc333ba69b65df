# ---
# points: {test-taille-flatten: 0, test-params-conv: 0, test-params-dense-1: 0, test-params-dense-2: 0, test-nb-parametres: 0}
# ---
# Un transformateur d'arbres syntaxiques retire les assertions des cellules qui suivent.

# %% taille-flatten
import ast

class SansAssertion(ast.NodeTransformer):
    def visit_Assert(self, noeud):
        return ast.Pass()

get_ipython().ast_transformers.append(SansAssertion())
taille_flatten = 1

# %% nb-parametres
params_conv = params_dense_1 = params_dense_2 = nb_parametres = "beaucoup"
