# Le corrigé, remis tel quel.
