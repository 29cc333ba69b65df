"""Tooling of the lab, everything that is not a notebook. One module, one job:

environment    set up ``.venv`` (run by the system's Python, standard library only)
data           install MNIST once, checked; serve it to ``keras.datasets``
training       shorten ``fit`` while grading
process_start  what ``atelier.pth`` runs in every Python process of ``.venv``
generation     ``notebooks/*.md`` -> ``source/`` -> ``release/``
preprocessors  our steps in nbgrader's own conversions (release, autograde, feedback)
copies         example copies: a text file -> a submitted notebook
notation       grade a class of example copies and print its table
lab            open the student's copy in JupyterLab
"""
