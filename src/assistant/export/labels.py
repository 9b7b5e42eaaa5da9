"""The Chinese words people read for the closed sets of the model."""

from assistant.model.citation import Verdict
from assistant.model.finding import Action, Category, Confidence, Ground
from assistant.model.material import BaselineDecision

ACTIONS: dict[Action, str] = {
    "cut": "取消",
    "replace": "替代",
    "verify": "核验",
    "commit": "承诺",
    "internal": "内部核查",
    "merge": "合并",
    "rewrite": "改写",
    "shorten": "压缩",
    "review": "待定",
}
VERDICTS: dict[Verdict, str] = {
    "ok": "有效",
    "no_such_article": "无此条",
    "no_such_paragraph": "无此款",
    "no_such_item": "无此项",
    "repealed": "已废止",
    "not_yet_effective": "未施行",
    "amended_since": "已修改",
    "title_wrong": "名称有误",
    "unknown_law": "未查到",
    "ambiguous_name": "名称不明",
    "unverified": "未核实",
    "quote_differs": "引文不符",
}
BASELINE: dict[BaselineDecision, str] = {
    "same": "一致",
    "renamed": "名称不同",
    "extra": "清单里没有这一项",
    "unsure": "不能确定是清单里的哪一项",
}
CATEGORIES: dict[Category, str] = {
    "no_basis": "没有依据",
    "covered_by_licence": "证照已能证明",
    "commitment": "可告知承诺",
    "covered_by_other": "其他材料已涵盖",
    "online_check": "可网络核验",
    "issuer_cannot_verify": "开具单位无法查证",
    "internal_sharing": "部门间可查",
    "catch_all": "兜底条款",
    "odd_proof": "奇葩证明",
    "duplicate": "重复提交",
    "circular": "循环证明",
    "baseline_extra": "基础清单外增设",
    "baseline_missing": "基础清单有而本级缺少",
    "baseline_renamed": "与基础清单名称不同",
    "citation": "引用问题",
    "step_no_basis": "环节没有依据",
    "sign_off": "重复审签",
    "time_limit": "时限问题",
    "instant": "可即办",
    "section_missing": "要素缺失",
    "consistency": "前后不一",
    "merge_form": "表格可合并",
}
CONFIDENCES: dict[Confidence, str] = {"high": "高", "medium": "中", "low": "低"}


def ground_text(ground: Ground) -> str:
    """《优化营商环境条例》（国务院令第722号）第四十四条第二款; 民发〔2020〕20号第8项 where only the number is known"""
    if ground.doc == ground.number:
        return f"{ground.doc}{ground.article or ''}"
    number = f"（{ground.number}）" if ground.number else ""
    return f"《{ground.doc}》{number}{ground.article or ''}"
