"""What the panel asks of 减证: one review of the document's paragraphs. Standard library only; nobody else is asked."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT = "http://127.0.0.1:8765"
SECONDS = 30


class UnreachableError(Exception):
    """One Chinese sentence for the panel: what is wrong and what to do."""


@dataclass(frozen=True)
class Client:
    """``address`` of the server; ``token`` where it asks for one, else ""."""

    address: str = DEFAULT
    token: str = ""

    def review(self, name: str, paragraphs: list[dict[str, Any]], decisions: list[dict[str, Any]]) -> dict[str, Any]:
        """{"review": …, "anchors": […]}; offsets count characters. Raises UnreachableError."""
        body = {"name": name, "paragraphs": paragraphs, "decisions": decisions}
        request = urllib.request.Request(
            f"{self.address}/api/v1/panel/reviews",
            json.dumps(body).encode(),
            {"Content-Type": "application/json", **({"Authorization": f"Bearer {self.token}"} if self.token else {})},
        )
        try:
            with _direct().open(request, timeout=SECONDS) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except urllib.error.HTTPError as fault:
            raise UnreachableError(_said(fault)) from fault
        except (OSError, ValueError) as fault:
            raise UnreachableError(
                f"没有连上减证（{self.address}），请先运行 jianzheng serve，或点“设置”改地址"
            ) from fault


def _direct() -> urllib.request.OpenerDirector:
    """No proxy: the text of a guide must not pass by another machine."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _said(fault: urllib.error.HTTPError) -> str:
    if fault.code == 401:
        return "这台服务器要访问口令，请点“设置”填写"
    try:
        return str(json.load(fault)["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return f"减证没有答复（{fault.code}），请稍后再试"


def load(path: Path) -> Client:
    """The settings of this user; the defaults where there are none or they cannot be read."""
    try:
        row = json.loads(path.read_text("utf-8"))
        return Client(str(row["address"]).rstrip("/"), str(row.get("token", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return Client()


def save(path: Path, client: Client) -> None:
    path.write_text(json.dumps({"address": client.address, "token": client.token}), "utf-8")
    path.chmod(0o600)
