"""What every Python process of the environment runs at its start, by the line of ``atelier.pth``.

Nothing heavy is imported: each hook waits for Keras to be imported, if it ever is.
"""

from wrapt import register_post_import_hook

register_post_import_hook("atelier.data:serve", "keras.src.datasets")
register_post_import_hook("atelier.training:limit_fit", "keras.src.backend.tensorflow.trainer")
