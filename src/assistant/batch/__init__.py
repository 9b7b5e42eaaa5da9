"""Many files: worker processes, results in the order given, a bad file is a row and not a stop."""

from assistant.batch.outcome import Outcome, Summary, Task
from assistant.batch.pool import Failure, run
from assistant.batch.reviews import reviews
from assistant.batch.rings import Ring, rings
from assistant.batch.sources import Source, expand

__all__ = ["Failure", "Outcome", "Ring", "Source", "Summary", "Task", "expand", "reviews", "rings", "run"]
