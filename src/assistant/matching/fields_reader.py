"""Reads the labels of one form from top to bottom: what each asks, and of whom."""

from dataclasses import dataclass

from assistant.lexicon.fields import FieldWords, plain
from assistant.matching import fields_unknown as unlisted
from assistant.matching.fields_subject import HEADS, bare_person, own_subject, split_label
from assistant.matching.fields_topics import on_the_matter, without_openings
from assistant.matching.fields_wording import is_person

# Forms that list people: what follows a name is his.
_ROSTERS = ("名册", "名单", "花名册", "一览", "汇总")
# Asked of the body even when its legal representative was named just before.
_BODY_FACTS = frozenset({"phone", "mail", "post_code", "email", "fax", "code", "qualification", "qualification_number"})
_PERSON_FACTS = frozenset({"sex", "birth", "age", "nation", "nationality", "marriage", "education", "health", "native"})
_NUMBERS_OF_ONE = ("id", "practice_number", "qualification_card", "work_card")
_HOUSEHOLD = ("家庭", "现居", "现住", "居住", "住址", "常住")
_SIGNED = ("签字", "签名", "手印", "签章")
# A bare phone behind the legal representative of a body: the body's, or his if another form asks his.
AFTER_HEAD = "unit?"
# 本人 in a form about 质量负责人 is he.
_WHO_SIGNS = ("本人", "承诺人", "声明人", "具结人")
# Of a form about them, 法定代表人 is theirs, not the applicant's.
_SPONSORS = ("sponsor", "shareholder")
# 排水户地址, 取水单位电话
_BODIES = ("单位", "机构", "户")


@dataclass
class Reader:
    """Reads the labels of a form from top to bottom; remembers who was named last."""

    form: str
    words: FieldWords
    base: str
    body: bool
    headed: bool
    every: frozenset[str]
    names: tuple[str, ...]
    labels: frozenset[str]
    person: bool = False
    first: str = ""
    current: str = ""
    named: str = ""
    used: frozenset[str] = frozenset()
    after: str = ""

    def key(self, written: str, after: str = "") -> str:
        """``after``: the next label, which may tell a person from a body."""
        self.after = after
        found = self._key(plain(written), written)
        self.first = self.first or found
        self.used |= {found}
        return found

    def _key(self, label: str, written: str) -> str:
        if any(word in written for word in _SIGNED):
            return f"{own_subject(self.form)}.{label}"
        thing = self.words.thing_words.get(label)
        if thing:
            return self._thing(thing, label)
        role = self.words.role_words.get(label)
        if role:
            return self._named(role, "name", label)
        role, fact = split_label(label, self.words)
        if role and fact:
            return self._named(role, fact, label)
        fact = self.words.fact_words.get(label)
        if fact:
            return self._fact(fact, label)
        return self._unknown(label)

    def _thing(self, thing: str, label: str) -> str:
        if thing == "unit.name" and label == "名称" and self.base not in ("unit", *HEADS):
            return f"{self.base}.name"
        if (
            thing in ("unit.address", "unit.phone")
            and not {"单位", "企业", "公司", "机构"} & {label[:2]}
            and self._at_home()
        ):
            return f"{self.current or self.base}.{thing.removeprefix('unit.')}"
        if thing == "unit.name" and self._began_with_a_person() and self.current not in _SPONSORS:
            return thing  # where he works: the phone that follows is still his
        if thing == "share.amount" and self.current and self._is_person(self.current) and self.current not in HEADS:
            return f"{self.current}.amount"  # what this partner gives
        if thing == "bank.holder" and not any("账" in each or "开户" in each for each in self.labels):
            return "unit.name" if self.body else f"{self.base}.name"  # 户名 of the one who takes the water
        self.current = "unit" if thing.startswith("unit.") else ""
        return thing

    def _at_home(self) -> bool:
        """住所地 in a form of a person that names no body is where he lives."""
        return self.base == "applicant" and "unit.name" not in self.used and not self.body

    def _began_with_a_person(self) -> bool:
        return self.first.endswith(".name") and self._is_person(self.first.removesuffix(".name"))

    def _is_person(self, subject: str) -> bool:
        role = self.words.roles.get(subject)
        return role.nature == "person" if role else subject != "unit"

    def _named(self, role: str, fact: str, label: str) -> str:
        if role in HEADS and label.startswith("负责人") and self._of_a_task():
            return f"{self.current}.{fact}"
        if not self.used and unlisted.a_company(label, plain(self.after), self.every, self.labels, self.words):
            self.current = "unit"
            return "unit.name"
        if unlisted.counts_people(label, plain(self.after), self.words):
            return "unit.staff"
        role = self._who(role, fact, label)
        self.named = label if fact == "name" else self.named
        self.current = role
        if role == "unit" and fact == "id":
            return "unit.code"
        return f"{role}.{fact}"

    def _who(self, role: str, fact: str, label: str) -> str:
        if fact == "name" and self._is_unit(role, label):
            # A body has no 身份证号: who signs for it and gives his own is its head.
            signed = "身份证" in self.after or bare_person(label, plain(self.after), self.words)
            if signed:
                return "legal" if self.headed else role
            return role if self._names_another(label) else "unit"
        if (
            role == "applicant"
            and label.startswith(_WHO_SIGNS)
            and self.base in self.words.roles
            and self._of_another()
        ):
            return self.base
        if role in HEADS and self.base in _SPONSORS:
            return f"{self.base}.legal"
        outer = self.words.roles.get(self.current)
        if (
            role in HEADS
            and outer
            and outer.nature == "body"
            and self.current not in ("unit", "developer", "authority")
        ):
            return f"{self.current}.legal"
        return role

    def _of_a_task(self) -> bool:
        """负责人联系电话 behind 项目负责人 is his."""
        return self.named.endswith(("负责人", "经理")) and self.current not in HEADS and self._is_person(self.current)

    def _of_another(self) -> bool:
        """Is the form about a person other than the applicant (质量负责人任职承诺)?"""
        return self.base != "applicant" and self._is_person(self.base)

    def _names_another(self, label: str) -> bool:
        """Beside 字号名称 or 职工姓名 of the same form, 申请人 is neither."""
        others = self.labels - {label}
        named = {split_label(each, self.words)[0] for each in others if each.endswith("姓名")}
        bodies = any(self.words.thing_words.get(each) == "unit.name" for each in others)
        return bodies or any(self.words.stand_ins.get(each or "") == "applicant" for each in named)

    def _is_unit(self, role: str, label: str) -> bool:
        """A bare 申请人 or 委托人 of a body's application is the body, unless the form has named it already."""
        if (
            role not in ("applicant", "principal", "car_owner", "feller", "party")
            or label.endswith("姓名")
            or not self.body
            or f"{label}姓名" in self.every
        ):
            return False
        if role == "feller" and "采伐" not in label:
            return False  # 林权权利人 beside 用地单位
        return self.base != "applicant" and not {"unit.name", "developer.name"} & self.used

    def _fact(self, fact: str, label: str) -> str:
        if fact == "name":
            self.current = self.base if self.base != "unit" or label == "名称" else own_subject(self.form)
            return f"{self.current}.name"
        if fact == "marriage_date":
            return "household.marriage_date"  # one for both
        if fact == "employer" and self.base in HEADS and label.startswith("所在单位"):
            return "unit.name"
        return f"{self._owner(fact, label)}.{fact}"

    def _owner(self, fact: str, label: str) -> str:
        current = self.current or self.base
        if fact == "phone" and f"{current}.phone" in self.used and f"{self.base}.phone" not in self.used:
            current = self.base  # 产权人联系电话, then 联系电话
        if fact == "code" and "unit.name" in self.used:
            return "unit" if self._is_person(current) else current
        if self.base != "unit":
            return self._household() if fact == "address" and label.startswith(_HOUSEHOLD) else current
        if fact in _BODY_FACTS and current in HEADS and not {f"unit.{fact}", f"{AFTER_HEAD}.{fact}"} & self.used:
            return AFTER_HEAD if fact == "phone" else "unit"
        if any(word in self.form for word in _ROSTERS) and self._is_person(current):
            return current
        if fact == "address" and not label.startswith(_HOUSEHOLD):
            return current if f"unit.{fact}" in self.used else "unit"
        return self._head(fact) if current == "unit" else current

    def _head(self, fact: str) -> str:
        """Whose 性别 a body's form asks; 身份证号 behind 经营者姓名, 店铺名称 is the owner's."""
        if fact in _NUMBERS_OF_ONE:
            return next((head for head in HEADS if f"{head}.name" in self.used), "unit")
        return "legal" if fact in _PERSON_FACTS else "unit"

    def _household(self) -> str:
        """Whose 家庭住址: of the person the form began with."""
        first = self.first.removesuffix(".name")
        return first if self.base == "applicant" and self._began_with_a_person() else self.base

    def _unknown(self, label: str) -> str:
        known = self._other_body(label) or self._peeled(label)
        short = known or unlisted.in_full(label, self.form, self.every, self.words)
        if found := short or self._named_body(label) or self._someone(label):
            if found.startswith("person-") and found.endswith(".name"):
                self.current = found.removesuffix(".name")
            return found
        if self._is_the_body(label):
            self.current = "unit"
            return "unit.name"
        if len(label) < 2 or label in self.words.bare_words or any(word in label for word in self.words.of_the_form):
            return f"{own_subject(self.form)}.{label}"
        return unlisted.other(label)

    def _named_body(self, label: str) -> str | None:
        """专利权人 in the forms of a body is the body, though it ends like a person."""
        if not (label.endswith("权人") and self._is_the_body(label)):
            return None
        self.current = "unit"
        return "unit.name"

    def _other_body(self, label: str) -> str | None:
        """检测机构名称, 检测单位: a body, but not the one that applies."""
        opening = unlisted.other_body(label, self.words)
        self.current = f"body-{opening}" if opening else self.current
        return f"{self.current}.name" if opening else None

    def _peeled(self, label: str) -> str | None:
        """临时用地项目名称 in a form on 临时用地 is 项目名称; 建设单位法人代表 the body's head."""
        for at in range(1, len(label) - 1):
            before, rest = label[:at], label[at:]
            if before.startswith(self.words.other_states):
                return None
            body = self.words.role_words.get(before) in ("unit", "developer", "applicant")
            role = self.words.role_words.get(rest) or split_label(rest, self.words)[0]
            if body and role in (*HEADS, "contact"):
                return self._key(rest, rest)
            works = self.words.fact_words.get(rest) == "employer" and on_the_matter(before, self.names)
            if works or unlisted.adds_nothing(before, rest, role, self.names, self.used, self.words):
                return self._key(rest, rest)
            own = (
                before.endswith(_BODIES)
                and before not in self.words.role_words
                and on_the_matter(before[:-1], self.names)
            )
            if own and self.base == "unit" and rest in self.words.fact_words:
                return f"unit.{self.words.fact_words[rest]}"
            if f"person-{before}.name" in self.used and rest in self.words.fact_words:
                return f"person-{before}.{self.words.fact_words[rest]}"
        return None

    def _someone(self, label: str) -> str | None:
        """治安负责人, 家属姓名, 摄像师电话: of someone whom no list has."""
        if (len(label) > 3 and label.endswith("姓名")) or is_person(label, self.words):
            return self._person(label)
        for at in range(len(label) - 2, 2, -1):
            who, fact = label[:at], self.words.fact_words.get(label[at:])
            if fact and is_person(who, self.words):
                return f"{self._person(who).removesuffix('.name')}.{fact}"
        return None

    def _person(self, label: str) -> str:
        """受聘医师姓名, asked first in a form on 医师执业: the applicant."""
        named = label.removesuffix("姓名")
        if named.startswith("申请") and named.endswith("人") and "applicant.name" not in self.used:
            return self._named("applicant", "name", label)
        who = without_openings(named, self.words)
        role = self.words.role_words.get(who)
        if role:
            return self._named(role, "name", label)
        who = who.removeprefix("受聘").removeprefix("女").removeprefix("男")
        if role := self.words.role_words.get(who):
            return self._named(role, "name", label)
        self.current = "applicant" if self._is_applicant(who) else f"person-{who}"
        return f"{self.current}.name"

    def _is_applicant(self, who: str) -> bool:
        """导游 in the forms of a person who applies for a 导游证; not 船员 in a list of them."""
        if not self.used and self.base == "applicant":
            return on_the_matter(who, self.names)
        return self.person and "applicant.name" not in self.used and on_the_matter(who, self.names[:1])

    def _is_the_body(self, label: str) -> bool:
        """取水单位名称 in a form on 取水; a bare 设置单位 only where it comes first or where no other is named."""
        if not self.body or "unit.name" in self.used:
            return False
        later = bool(self.used) and not label.endswith(("名称", "全称"))
        if later and (not label.endswith("单位") or unlisted.asks_a_body(self.labels, self.words)):
            return False
        return unlisted.called_after_the_matter(label, self.names[:1] if later else self.names, self.words)
