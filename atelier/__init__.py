"""Tooling of the lab, everything that is not a notebook. One module, one job:

environment    set up ``.venv`` (run by the system's Python, standard library only)
data           install the images once, checked; serve them to ``keras.datasets``
training       shorten ``fit`` while grading
process_start  what ``atelier.pth`` runs in every Python process of ``.venv``
generation     ``notebooks/*.md`` -> ``source/`` -> ``release/``
preprocessors  our steps in nbgrader's own conversions (release, autograde, feedback)
app            ``atelier COMMAND``, the commands of instructors
display        what they see while a class is graded
grading        a class: sanitize -> execute (several at once) -> record; resume, refuse, report
execution      one notebook: bytes -> bytes, in a sandboxed kernel, with its witness cells
witness        twins of each hidden test, which show whether its judge was tampered with
genuine        in the kernel: are the libraries, and the answers, what they seem?
provisioner    the kernelspec « atelier » gets its kernels from ``sandbox``
sandbox        the host's side: bubblewrap, the warm process, the watch over each kernel
warm           inside the sandbox: import TensorFlow once, fork a kernel per request
walls          inside too: namespaces, limits and system-call filter of one kernel
copies         example copies: a text file -> a submitted notebook
courses        a course folder as nbgrader keeps it: its commands, its gradebook, its graded copies
files          write a file whole or not at all
french         numbers, plurals and punctuation of all that the tools say
archive        read a ZIP from the Internet, whole or refused
moodle         Moodle's names and grading sheet
handins        what each student handed in: which notebook to grade
collect        Moodle's archive and sheet -> ``submitted/``, the gradebook, ``moodle/<lab>/``
results        what became of a class: one outcome per student
exporters      the outcomes -> Moodle's feedback archive and the filled sheet
similarity     copies that resemble one another
report         the outcomes -> one page for the instructor
classroom      a whole class: declare its assignment, keep its feedback pages up to date, erase it
demo           play the loop on a made class
notation       grade a small class of example copies and print its table
bank           grade all of them: do the tests judge rightly, whatever the seed?
mutation       weaken each hidden test: does the bank notice?
lab            open the student's copy in JupyterLab
"""
