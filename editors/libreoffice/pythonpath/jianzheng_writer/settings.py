"""The dialog for the server's address and token."""

from typing import Any

from jianzheng_writer.client import Client

WIDTH, HEIGHT = 220, 84  # in dialog units


def ask(context: Any, frame: Any, client: Client) -> Client | None:
    """What the user entered; None when he cancelled."""
    create = context.ServiceManager.createInstanceWithContext
    model = create("com.sun.star.awt.UnoControlDialogModel", context)
    model.Title, model.Width, model.Height = "减证：设置", WIDTH, HEIGHT
    _add(model, "FixedText", "l1", 8, 8, 50, Label="服务器地址")
    _add(model, "Edit", "address", 60, 6, WIDTH - 68, Text=client.address)
    _add(model, "FixedText", "l2", 8, 28, 50, Label="访问口令")
    _add(model, "Edit", "token", 60, 26, WIDTH - 68, Text=client.token, EchoChar=ord("*"))
    _add(model, "FixedText", "l3", 8, 45, WIDTH - 16, Label="本机的服务器不用口令；文件内容只发往这个地址。")
    _add(model, "Button", "ok", WIDTH - 116, 62, 50, PushButtonType=1, Label="确定", DefaultButton=True)
    _add(model, "Button", "cancel", WIDTH - 58, 62, 50, PushButtonType=2, Label="取消")
    dialog = create("com.sun.star.awt.UnoControlDialog", context)
    dialog.setModel(model)
    dialog.createPeer(frame.ContainerWindow.Toolkit, frame.ContainerWindow)
    try:
        if not dialog.execute():
            return None
        address = dialog.getControl("address").getText().strip().rstrip("/")
        return Client(address or client.address, dialog.getControl("token").getText().strip())
    finally:
        dialog.dispose()


def _add(model: Any, kind: str, name: str, x: int, y: int, width: int, **properties: Any) -> None:
    control = model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    control.Name, control.PositionX, control.PositionY, control.Width, control.Height = name, x, y, width, 14
    for key, value in properties.items():
        setattr(control, key, value)
    model.insertByName(name, control)
