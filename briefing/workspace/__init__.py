"""Where things are: settings, audiences, what ships with the program, and writing files whole."""

from briefing.workspace.audiences import audience, names
from briefing.workspace.brand import brand
from briefing.workspace.output import held, output_folder, write_all, write_whole
from briefing.workspace.resources import openable
from briefing.workspace.settings import settings

__all__ = ["audience", "brand", "held", "names", "openable", "output_folder", "settings", "write_all", "write_whole"]
