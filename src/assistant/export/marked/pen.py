"""Writes the elements of revisions and comments in the words of the file at hand."""

from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.office.markup import Node, prefix_of
from assistant.office.names import STRICT_URI, W_URI


@dataclass(slots=True)
class Pen:
    """``prefix`` stands for WordprocessingML in the part written to; where its root binds none, each element does."""

    author: str
    day: date
    prefix: str
    binding: str
    number: int

    def open(self, name: str) -> str:
        """The start tag of a revision."""
        return f"<{self._stamped(name)}>"

    def empty(self, name: str) -> str:
        return f"<{self._stamped(name)}/>"

    def close(self, name: str) -> str:
        return f"</{self.prefix}:{name}>"

    def tag(self, name: str, attributes: str = "") -> str:
        return f"<{self.prefix}:{name}{self.binding}{attributes}>"

    def range(self, name: str, comment: int) -> str:
        return f'<{self.prefix}:{name}{self.binding} {self.prefix}:id="{comment}"/>'

    def reference(self, comment: int) -> str:
        """The run that holds the comment's mark."""
        mark = f'<{self.prefix}:commentReference {self.prefix}:id="{comment}"/>'
        return f"{self.tag('r')}{mark}{self.close('r')}"

    def inserted(self, words: str, properties: str) -> str:
        """A tracked insertion of one run; ``properties`` is the XML of its ``w:rPr``, "" for none."""
        space = ' xml:space="preserve"'
        text = f"<{self.prefix}:t{space}>{escape(words, quote=False)}{self.close('t')}"
        return f"{self.open('ins')}<{self.prefix}:r>{properties}{text}{self.close('r')}{self.close('ins')}"

    def comment(self, number: int, lines: tuple[str, ...]) -> str:
        p = self.prefix
        body = "".join(
            f'<{p}:p><{p}:r><{p}:t xml:space="preserve">{escape(line, quote=False)}</{p}:t></{p}:r></{p}:p>'
            for line in lines
        )
        return f'<{p}:comment{self.binding} {p}:id="{number}"{self._who()} {p}:initials="减">{body}</{p}:comment>'

    def _stamped(self, name: str) -> str:
        self.number += 1
        return f'{self.prefix}:{name}{self.binding} {self.prefix}:id="{self.number}"{self._who()}'

    def _who(self) -> str:
        author = escape(self.author)
        return f' {self.prefix}:author="{author}" {self.prefix}:date="{self.day.isoformat()}T00:00:00Z"'


def pen_for(xml: str, root: Node, author: str, day: date, highest: int) -> Pen:
    """``highest``: the greatest id in use; revisions are numbered from the next on."""
    uri = STRICT_URI if STRICT_URI in xml[root.start : root.inner] else W_URI
    prefix = prefix_of(xml, root, uri)
    return Pen(author, day, prefix or "w", "" if prefix else f' xmlns:w="{uri}"', highest)
