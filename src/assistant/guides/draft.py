"""A guide in the making."""

from dataclasses import dataclass, field

from assistant.guides.titles import Title
from assistant.guides.units import Unit
from assistant.model.span import Span

NO_LEVEL = 99


@dataclass(slots=True)
class Draft:
    """A guide in the making: its title with its heading level, and the units from there on."""

    title: Title | None = None
    level: int = NO_LEVEL
    nearest: Title | None = None  # the last line before the headings that may be the title
    units: list[Unit] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    body: int = 0  # blocks below the first heading that are no titles themselves
    count: int = 0  # the number before the title, 0 if it has none

    @property
    def span(self) -> Span:
        return Span(self.units[0].span.start, max(unit.span.end for unit in self.units))

    def add(self, unit: Unit, title: Title | None) -> None:
        self.units.append(unit)
        if unit.mark:
            self.seen.update(unit.mark.elements)
        elif self.seen and not (title and title.strong):
            self.body += 1
