"""What LibreOffice loads: the factory of the sidebar panel. The work is in pythonpath/jianzheng_writer."""

from typing import Any

import unohelper
from com.sun.star.ui import LayoutSize, XSidebarPanel, XToolPanel, XUIElement, XUIElementFactory
from com.sun.star.ui.UIElementType import TOOLPANEL
from jianzheng_writer.panel import Panel

NAME = "cn.jianzheng.Factory"


class Factory(unohelper.Base, XUIElementFactory):  # type: ignore[misc]
    def __init__(self, context: Any) -> None:
        self.context = context

    def createUIElement(self, url: str, properties: Any) -> Any:  # noqa: N802  # UNO's name
        given = {each.Name: each.Value for each in properties}
        return Element(self.context, url, given["Frame"], given["ParentWindow"])


class Element(unohelper.Base, XUIElement, XToolPanel, XSidebarPanel):  # type: ignore[misc]
    """The attributes' names are UNO's."""

    def __init__(self, context: Any, url: str, frame: Any, parent: Any) -> None:
        self.ResourceURL, self.Frame, self.Type = url, frame, TOOLPANEL
        self.panel = Panel(context, frame, parent)
        self.Window = self.panel.window

    def getRealInterface(self) -> Any:  # noqa: N802
        return self

    def createAccessible(self, parent: Any) -> Any:  # noqa: N802
        return self.Window.AccessibleContext

    def getHeightForWidth(self, width: int) -> Any:  # noqa: N802
        """Minimum, maximum (-1: all there is) and preferred height in pixels."""
        return LayoutSize(400, -1, 600)

    def getMinimalWidth(self) -> int:  # noqa: N802
        return 200


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816  # the loader looks for this name
g_ImplementationHelper.addImplementation(Factory, NAME, (NAME,))
