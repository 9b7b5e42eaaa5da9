"""Every exception the program raises on purpose.

    JianzhengError                  message is one Chinese sentence: what is wrong, where, what to do
    ├── ReadError                   a document that cannot be read (exit code 2 for that file)
    │   ├── EmptyFileError          nothing in it
    │   ├── EncryptedError          a password is needed
    │   ├── BrokenFileError         truncated, damaged, or not what its name says
    │   ├── TooLargeError           over a limit (bytes, pages, cells, characters, seconds, zip bomb)
    │   ├── NoTextError             a scan or photo, and no text recognition is installed
    │   └── UnsupportedError        a format we do not read, or a helper program that is missing
    ├── NoFormError                 nothing to fill in: no form was found, or fewer than two to merge
    ├── NoGuideError                nothing to write anew: the file holds no guide
    └── KnowledgeError              a rule, lexicon, law or baseline file that is wrong; names path:line
        ├── RuleError
        ├── LexiconError
        ├── BaselineError
        └── DecisionError           a decision without what it needs, such as a reason

What is wrong *in a guide* is a Finding, and what we could not read or decide is a Notice: neither is an exception.
"""


class JianzhengError(Exception):
    """Base of all; ``str(error)`` is fit to be shown to a clerk as it is."""


class ReadError(JianzhengError):
    """A document that cannot be read. ``name`` is the file's name without its folder."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(name, message)  # both, so that the error survives the way out of a worker process
        self.name = name

    def __str__(self) -> str:
        return "：".join(map(str, self.args))


class EmptyFileError(ReadError):
    pass


class EncryptedError(ReadError):
    pass


class BrokenFileError(ReadError):
    pass


class TooLargeError(ReadError):
    pass


class NoTextError(ReadError):
    pass


class UnsupportedError(ReadError):
    pass


class NoFormError(JianzhengError):
    """No form whose fields could be read."""


class NoGuideError(JianzhengError):
    """No guide in the file ``name``: nothing can be written anew from it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}：没有认出办事指南（未找到事项名称或申请材料、设定依据等栏目），因此没有可写的内容")


class KnowledgeError(JianzhengError):
    """A wrong data file. ``where`` is ``path:line`` (line counted from 1)."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(where, message)
        self.where = where

    def __str__(self) -> str:
        return ": ".join(map(str, self.args))


class RuleError(KnowledgeError):
    pass


class LexiconError(KnowledgeError):
    pass


class BaselineError(KnowledgeError):
    pass


class DecisionError(KnowledgeError):
    pass
