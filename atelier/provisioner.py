"""The provisioner of the kernelspec « atelier »: its kernels are forked from a warm process, in a sandbox.

jupyter_client finds it by the kernelspec's metadata, so the command line, ``nbgrader autograde``, formgrader and nbclient
get the same kernels.
"""

import asyncio
from typing import Any

from jupyter_client.provisioning import LocalProvisioner
from traitlets import Bool

from atelier import sandbox

PREFIX = "ATELIER_"  # the only variables of the environment that a sandboxed kernel gets


class SandboxProvisioner(LocalProvisioner):
    """Launch kernels in the sandbox; without isolation, as ordinary processes of the kernelspec's command."""

    isolated = Bool(True, help="Refuse to run a copy outside a sandbox.").tag(config=True)
    folder = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Give the kernel manager its five sockets, in a folder that the kernel will not see."""
        if self.isolated:
            self.folder = sandbox.sockets_folder()
            manager = self.parent
            manager.transport, manager.ip = "ipc", f"{self.folder.name}/k"
            for number, channel in enumerate(sandbox.CHANNELS, 1):
                setattr(manager, f"{channel}_port", number)
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> dict[str, Any]:
        """Start the kernel and return how to connect to it; raise SandboxError if the sandbox cannot be raised."""
        if not self.isolated:
            return await super().launch_kernel(cmd, **kwargs)
        environment = {name: value for name, value in kwargs["env"].items() if name.startswith(PREFIX)}
        self.process = sandbox.launch(environment, self.parent.session.key.decode(), self.folder.name)
        return self.connection_info

    async def wait(self) -> int | None:
        """Wait until the kernel has ended, without the original's naps of 0.1 s."""
        if self.folder and self.process:
            await asyncio.to_thread(self.process.wait)
            self.process = None
            return 0
        return await super().wait()

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the sockets."""
        await super().cleanup(restart)
        if self.folder and not restart:
            self.folder.cleanup()
