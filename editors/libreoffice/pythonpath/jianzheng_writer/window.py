"""The panel's controls: made once, laid out anew at every size."""

from typing import Any

MARGIN, GAP, LINE, BUTTON = 6, 4, 20, 26  # pixels
MULTI = {"MultiLine": True, "ReadOnly": True, "VScroll": True, "Border": 0}
# name, kind, properties; top to bottom
CONTROLS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("summary", "FixedText", {"Label": "", "MultiLine": True}),
    ("list", "ListBox", {"Border": 1, "HelpText": "选中一条，文中跳到这一处"}),
    ("details", "Edit", MULTI),
    ("accept", "Button", {"Label": "采纳(~A)", "HelpText": "作为修订删去，或者加批注"}),
    ("remark", "Button", {"Label": "只加批注(~C)", "HelpText": "不改文字，把意见写成批注"}),
    ("reason", "Edit", {"HelpText": "保留的理由，例如：经办窗口没有联网条件"}),
    ("keep", "Button", {"Label": "保留(~K)", "HelpText": "写明理由，以后不再提示"}),
    ("undo", "Button", {"Label": "撤销保留(~U)"}),
    ("refresh", "Button", {"Label": "重新审查(~R)"}),
    ("settings", "Button", {"Label": "设置(~S)…"}),
    ("status", "FixedText", {"Label": "", "MultiLine": True}),
)


class Window:
    """``control(name)`` is one of CONTROLS; ``peer`` the window that the sidebar shows."""

    def __init__(self, context: Any, parent: Any) -> None:
        create = context.ServiceManager.createInstanceWithContext
        self.container = create("com.sun.star.awt.UnoControlContainer", context)
        self.container.setModel(create("com.sun.star.awt.UnoControlContainerModel", context))
        self.container.createPeer(parent.getToolkit(), parent)
        for name, kind, properties in CONTROLS:
            control = create(f"com.sun.star.awt.UnoControl{kind}", context)
            model = create(f"com.sun.star.awt.UnoControl{kind}Model", context)
            for key, value in properties.items():
                setattr(model, key, value)
            control.setModel(model)
            self.container.addControl(name, control)

    def control(self, name: str) -> Any:
        return self.container.getControl(name)

    def lay_out(self, width: int, height: int) -> None:
        """List and details share what the rest leaves, two to three."""
        inner = max(width - 2 * MARGIN, 60)
        half = (inner - GAP) // 2
        fixed = 2 * LINE + LINE + 3 * BUTTON + BUTTON + 7 * GAP + 2 * MARGIN
        free = max(height - fixed, 120)
        rows: list[tuple[int, list[tuple[str, int]]]] = [
            (LINE, [("summary", inner)]),
            (free * 2 // 5, [("list", inner)]),
            (free * 3 // 5, [("details", inner)]),
            (BUTTON, [("accept", half), ("remark", half)]),
            (BUTTON, [("reason", inner)]),
            (BUTTON, [("keep", half), ("undo", half)]),
            (BUTTON, [("refresh", half), ("settings", half)]),
            (2 * LINE, [("status", inner)]),
        ]
        y = MARGIN
        for high, controls in rows:
            x = MARGIN
            for name, wide in controls:
                self.control(name).setPosSize(x, y, wide, high, 15)  # 15: position and size
                x += wide + GAP
            y += high + GAP
