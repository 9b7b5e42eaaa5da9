"""The sidebar panel: what its buttons do. The server is asked on a thread, documents are touched on the office's."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.awt import XActionListener, XCallback, XItemListener, XWindowListener

from jianzheng_writer.adapter import AnchorError
from jianzheng_writer.cards import Card
from jianzheng_writer.client import Client, UnreachableError, load, save
from jianzheng_writer.session import Session
from jianzheng_writer.settings import ask
from jianzheng_writer.window import Window

QUIET = 0.8  # seconds after the last key before the document is read again


class Panel:
    def __init__(self, context: Any, frame: Any, parent: Any) -> None:
        self.context, self.frame = context, frame
        self.view = Window(context, parent)
        self.window = self.view.container
        self.session = Session(frame.Controller.Model, load(settings_file(context)))
        self.asked = 0
        self.filling = False  # the list is being filled: nobody chose anything
        self.timer: threading.Timer | None = None
        acts: dict[str, Callable[[], None]] = {
            "accept": lambda: self.on_card(self.session.accept, "已采纳"),
            "remark": lambda: self.on_card(self.session.remark, "已加批注"),
            "keep": lambda: self.on_card(self.keep, "已保留"),
            "undo": lambda: self.on_card(self.session.undo, "已撤销"),
            "refresh": self.refresh,
            "settings": self.settings,
        }
        for name, act in acts.items():
            self.view.control(name).addActionListener(_OnAction(act))
        self.view.control("list").addItemListener(_OnItem(self.chosen))
        self.window.addWindowListener(_OnSize(self.view))
        self.end_listening = self.session.adapter.on_change(self.changed)
        self.view.lay_out(self.window.PosSize.Width or 280, self.window.PosSize.Height or 600)
        self.refresh()

    def refresh(self) -> None:
        self.asked += 1
        number, question = self.asked, self.session.question()
        self.say("正在审查…")

        def work() -> None:
            try:
                answer = question()
            except UnreachableError as fault:
                words = str(fault)
                self.later(lambda: self.say(words) if number == self.asked else None)
            else:
                self.later(lambda: self.show(answer) if number == self.asked else None)

        threading.Thread(target=work, daemon=True).start()

    def show(self, answer: dict[str, Any]) -> None:
        before = self.card()
        self.session.take(answer)
        cards = self.session.cards
        box = self.view.control("list")
        box.removeItems(0, box.ItemCount)
        box.addItems(tuple(card.line() for card in cards), 0)
        self.view.control("summary").setText(self.session.summary)
        self.say(self.session.notices[0] if self.session.notices else f"{len(cards)} 条意见")
        again = next((at for at, card in enumerate(cards) if before and card.key == before.key), 0)
        self.filling = True
        if cards:
            box.selectItemPos(again, True)
        self.filling = False
        self.details()

    def changed(self) -> None:
        """Once the user pauses; our own change of the decisions' property counts too."""
        if self.timer:
            self.timer.cancel()
        self.timer = threading.Timer(QUIET, lambda: self.later(self.refresh))
        self.timer.daemon = True
        self.timer.start()

    def card(self) -> Card | None:
        at = self.view.control("list").getSelectedItemPos()
        return self.session.cards[at] if 0 <= at < len(self.session.cards) else None

    def chosen(self) -> None:
        self.details()
        if not self.filling:
            self.on_card(self.session.select, "")

    def details(self) -> None:
        card = self.card()
        self.view.control("details").setText(card.details() if card else "没有发现可以精简或要改的地方。")
        settled = bool(card and card.decision)
        for name, shown in (("accept", not settled), ("remark", True), ("keep", not settled), ("undo", settled)):
            self.view.control(name).setEnable(bool(card) and shown)

    def on_card(self, act: Callable[[Card], None], done: str) -> None:
        card = self.card()
        if card is None:
            return
        try:
            act(card)
        except (AnchorError, ValueError) as fault:
            self.say(str(fault))
        else:
            if done:
                self.say(f"{done}：{card.title}")

    def keep(self, card: Card) -> None:
        box = self.view.control("reason")
        self.session.keep(card, box.getText())
        box.setText("")

    def settings(self) -> None:
        client = ask(self.context, self.frame, self.session.client)
        if client:
            self.use(client)

    def use(self, client: Client) -> None:
        save(settings_file(self.context), client)
        self.session.client = client
        self.refresh()

    def say(self, words: str) -> None:
        self.view.control("status").setText(words)

    def later(self, act: Callable[[], None]) -> None:
        """On the office's thread."""
        service = self.context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", self.context)
        service.addCallback(_Later(act), None)


def settings_file(context: Any) -> Path:
    """In the user's own profile."""
    paths = context.ServiceManager.createInstanceWithContext("com.sun.star.util.PathSubstitution", context)
    return Path(uno.fileUrlToSystemPath(paths.substituteVariables("$(user)", True))) / "jianzheng.json"


class _Later(unohelper.Base, XCallback):  # type: ignore[misc]
    def __init__(self, act: Callable[[], None]) -> None:
        self.act = act

    def notify(self, data: Any) -> None:
        self.act()


class _OnAction(unohelper.Base, XActionListener):  # type: ignore[misc]
    def __init__(self, act: Callable[[], None]) -> None:
        self.act = act

    def actionPerformed(self, event: Any) -> None:  # noqa: N802  # UNO's name
        self.act()

    def disposing(self, event: Any) -> None:
        pass


class _OnItem(unohelper.Base, XItemListener):  # type: ignore[misc]
    def __init__(self, act: Callable[[], None]) -> None:
        self.act = act

    def itemStateChanged(self, event: Any) -> None:  # noqa: N802
        self.act()

    def disposing(self, event: Any) -> None:
        pass


class _OnSize(unohelper.Base, XWindowListener):  # type: ignore[misc]
    def __init__(self, view: Window) -> None:
        self.view = view

    def windowResized(self, event: Any) -> None:  # noqa: N802
        self.view.lay_out(event.Width, event.Height)

    def windowMoved(self, event: Any) -> None:  # noqa: N802
        pass

    def windowShown(self, event: Any) -> None:  # noqa: N802
        pass

    def windowHidden(self, event: Any) -> None:  # noqa: N802
        pass

    def disposing(self, event: Any) -> None:
        pass
