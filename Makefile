# Les commandes du projet. « make » seul les énumère.
PYTHON ?= python3
VENV := .venv/bin

.DEFAULT_GOAL := aide
TP ?= cnn_mnist
ONE_LAB = $(if $(filter command,$(origin TP)),--tp "$(TP)")
.PHONY: aide lab cours generer classe demo notation banc graines test bench donnees verrou installer installer-complet

aide: ## énumère les commandes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

lab: installer ## installe tout et ouvre les TP dans JupyterLab (étudiants)
	@$(VENV)/python -m atelier.lab

cours: installer-complet ## ouvre le cours dans JupyterLab, avec formgrader (enseignants)
	@$(VENV)/python -m atelier.lab --cours

generer: installer-complet ## régénère source/ et release/ depuis notebooks/
	@$(VENV)/python -m atelier.generation

classe: installer-complet ## importe l'archive de Moodle, note, prépare les retours (ARCHIVE=… FEUILLE=… TP=…)
	@$(VENV)/python -m atelier.app classe "$(TP)" $(if $(ARCHIVE),"$(ARCHIVE)") $(if $(FEUILLE),--feuille="$(FEUILLE)") || [ $$? -eq 3 ]

demo: installer-complet ## joue ce chemin sur une classe fictive de trente étudiants et ouvre son rapport
	@$(VENV)/python -m atelier.demo

notation: installer-complet ## note une petite classe de copies d'exemple et affiche ses notes
	@$(VENV)/python -m atelier.notation

banc: installer-complet ## note le banc de copies et montre que les tests jugent bien (TP=… : d'un seul TP ; MINUTES=… : s'arrête ensuite)
	@$(VENV)/python -m atelier.bank $(ONE_LAB) $(if $(MINUTES),--minutes "$(MINUTES)")

graines: installer-complet ## note le banc de copies avec cinq graines et compte les différences (des heures ; TP=…)
	@$(VENV)/python -m atelier.bank --graines $(ONE_LAB)

test: installer-complet ## installe tout et passe les tests
	@$(VENV)/python -m pytest

bench: installer-complet ## mesure le coût du notebook, puis celui de la notation
	@$(VENV)/python tests/bench.py
	@$(VENV)/python tests/bench_engine.py
	@$(VENV)/python tests/bench_class.py

donnees: installer ## installe les images, ou les répare
	@$(VENV)/python -m atelier.data 2>/dev/null

verrou: installer-complet ## recalcule requirements.lock (mainteneurs)
	@mkdir -p build && $(VENV)/python -m pip install --quiet uv
	@$(VENV)/uv pip compile --universal --python-version 3.11 --no-header --no-annotate --quiet --upgrade \
		--no-emit-index-url --no-emit-find-links requirements.txt atelier/requirements-outils.txt -o build/requirements.lock
	@{ head -1 requirements.lock; cat build/requirements.lock; } > build/nouveau.lock && mv build/nouveau.lock requirements.lock

installer:
	@$(PYTHON) -m atelier.environment lab

installer-complet:
	@$(PYTHON) -m atelier.environment complet
