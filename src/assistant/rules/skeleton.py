"""A rule file to begin with, and the fields a rule can ask about."""

from assistant.rules.facts import TYPES, fields

_SKELETON = """\
id: {name}
title: 一句话说明毛病
category: odd_proof        # 可用的类别见 docs/rules.md
severity: warning          # error 错误，warning 建议，hint 提醒（只给人看）
action: cut                # cut replace verify commit internal merge rewrite shorten review
confidence: medium         # high medium low，或 kind（随材料种类）
why: 为什么是毛病，写给经办人看。
basis:
  - {{ground: A}}            # 六个一律取消 A 到 F；或 {{doc: 文件名, number: 文号, article: 第几条, from: 2020-01-01}}
when:
  all:
    - material: {{fact: material, name: 某某证明}}
point_at: material
message: “{{material.name}}”……，建议取消。
examples:
  fires_on:
    - name: 应当提示的例子
      guide: |
        某某补贴申领办事指南
        申请材料
        1.申请表（原件1份）
        2.⟦某某证明⟧（原件1份）
  quiet_on:
    - name: 不应提示的例子
      guide: |
        某某补贴申领办事指南
        申请材料
        1.申请表（原件1份）

# 可用的事实和字段：
"""


def skeleton(name: str) -> str:
    return _SKELETON.format(name=name) + "".join(f"# {line}\n" for line in field_list())


def field_list() -> list[str]:
    """``material  name  材料名称``, a line a field."""
    words = {str: "文字", int: "整数", bool: "true/false"}
    return [
        f"{kind}.{name}（{words[type_]}）{meaning}" for kind in TYPES for name, (type_, meaning) in fields(kind).items()
    ]
