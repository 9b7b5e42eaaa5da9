"""What the rules can ask about: one frozen record a thing. The fields are the whole vocabulary of ``rules/``.

Everything that is a similarity, a regular expression, a count, an absence, a chain or a law's status is worked out
before and stands here as a plain field, so that a rule is nothing but literal tests and the engine stays in its safe
subset. Text fields are "" and numbers 0 where nothing is known, but for join keys, which are unique then: an unknown
must not join an unknown.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, get_args, get_type_hints


@dataclass(frozen=True, slots=True)
class MaterialFact:
    TYPE: ClassVar[Literal["material"]] = "material"
    id: Annotated[str, "编号，如 m3"]
    guide: Annotated[str, "所在指南的编号"]
    name: Annotated[str, "材料名称"]
    item: Annotated[str, "事项名称"]
    kind_id: Annotated[str, "材料种类编号（P001、L001 …），未识别为空"] = ""
    kind_name: Annotated[str, "材料种类名称"] = ""
    policy: Annotated[
        str, "对该种类的处理：cut replace verify commit internal keep review，证照为 licence，未识别为空"
    ] = ""
    first_ground: Annotated[str, "六个一律取消中最先适用的一条：A 到 F，未识别为空"] = ""
    ground_a: Annotated[bool, "无法律法规依据"] = False
    ground_b: Annotated[bool, "现有证照能证明"] = False
    ground_c: Annotated[bool, "可书面承诺"] = False
    ground_d: Annotated[bool, "能被其他材料涵盖"] = False
    ground_e: Annotated[bool, "能网络核验或部门核查"] = False
    ground_f: Annotated[bool, "开具单位无法核实"] = False
    kind_confidence: Annotated[str, "替代办法的把握：high medium low，未识别为空"] = ""
    evidence: Annotated[str, "该种类的出处：named local-list derived 等，未识别为空"] = ""
    paper: Annotated[
        str,
        "form 自填表单，photo 照片，catch_all 兜底，licence 证照，proof 证明，approval 批文，report 报告，other 其他",
    ] = ""
    issuer: Annotated[str, "开具单位：village employer office police hospital school court bank 等，未写明为空"] = ""
    original: Annotated[str, "原件：yes no，未写明为空"] = ""
    shown_only: Annotated[bool, "只出示核验，不收存"] = False
    handed_in: Annotated[bool, "要交回或换发的原证"] = False
    about: Annotated[bool, "事项办的就是这个证"] = False
    own_result: Annotated[bool, "本部门自己核发的证照"] = False
    notary: Annotated[bool, "公证文书"] = False
    newspaper: Annotated[bool, "登报声明、遗失公告"] = False
    intermediary: Annotated[bool, "中介机构出具的评估、鉴定、检测、审计等报告"] = False
    scenario: Annotated[str, "所属情形，如 新办，没有为空"] = ""
    conditional: Annotated[bool, "只在某种情形下提交"] = False
    choice: Annotated[bool, "几种材料任选其一"] = False
    choice_open: Annotated[bool, "任选其一，且其中有的无法核验"] = False
    own_basis: Annotated[str, "材料依据：none 无，habit 惯例，law 法律法规，rule 规章，document 文件，unknown 不明"] = (
        ""
    )
    named_by_law: Annotated[bool, "本材料自己的法律法规依据点名要求它"] = False
    law_names: Annotated[bool, "引用的法律法规条文里确实写了这种材料"] = False
    asked_by: Annotated[str, "条文自己要求这类事项提交它的法律、法规，没有为空"] = ""
    pledged: Annotated[bool, "指南已允许以书面承诺、声明代替"] = False
    grave: Annotated[bool, "事项涉及公共安全等重大风险，不适用告知承诺"] = False
    basis_catch_all: Annotated[bool, "依据的条款项本身是兜底项"] = False
    village_item: Annotated[int, "民发〔2020〕20号清单的序号，不在清单为 0"] = 0
    village_item_name: Annotated[str, "清单上的名称"] = ""
    id_item: Annotated[str, "公通字〔2016〕21号：身份证件能证明的 9 类之一，否则为空"] = ""
    register_item: Annotated[str, "公通字〔2016〕21号：户口簿能证明的 5 类之一，否则为空"] = ""
    kinship: Annotated[bool, "亲属关系证明"] = False
    record: Annotated[str, "部门自己系统里的记录：系统名称，否则为空"] = ""
    unknowable: Annotated[bool, "用人单位无职责或无条件核实的事实"] = False
    negative: Annotated[bool, "证明“没有某事”，不是开具单位自己经手的"] = False
    odd: Annotated[bool, "众所周知或无须证明的事实（奇葩证明）"] = False
    merged: Annotated[bool, "已并入营业执照（多证合一）的旧证"] = False
    case: Annotated[str, "只在某类事项里成立的规定，如 婚姻登记户口簿，否则为空"] = ""
    paper_key: Annotated[str, "同一人、同一情形的同一种材料有同一个键"] = ""
    occurrence: Annotated[int, "在同键材料中是第几次出现"] = 0
    twin_doubt: Annotated[bool, "同键但可能属于不同的人或单位"] = False
    asked_already: Annotated[str, "不分情形已经要求过的同一份材料，没有为空"] = ""
    listed_proof: Annotated[str, "同一指南已要求、能证明同一事实的证照名称，没有为空"] = ""
    circular_with: Annotated[str, "互为前置的另一事项名称，没有为空"] = ""
    alternative: Annotated[str, "替代办法"] = ""
    verify_source: Annotated[str, "核验渠道"] = ""
    baseline: Annotated[str, "与基础清单比对：same renamed extra unsure，未比对为空"] = ""
    baseline_name: Annotated[str, "基础清单上的名称"] = ""


@dataclass(frozen=True, slots=True)
class StepFact:
    TYPE: ClassVar[Literal["step"]] = "step"
    id: Annotated[str, "编号，如 s3"]
    guide: Annotated[str, "所在指南的编号"]
    name: Annotated[str, "环节名称"]
    basis: Annotated[str, "none 写明无，blank 空白，cited 有依据，指南没有此栏为空"]
    sign_off: Annotated[str, "sign 逐级签字，meeting 会商，report 通报，否则为空"]
    decides: Annotated[bool, "是作出决定的环节"]
    decision_elsewhere: Annotated[bool, "另有作出决定的环节"]
    review_level: Annotated[int, "第几级审查，不是审查环节为 0"] = 0
    reviews_before: Annotated[str, "前面几级审查的名称"] = ""
    special_untold: Annotated[bool, "行政许可里的听证、检验、专家评审等，没有写明所需时间"] = False


@dataclass(frozen=True, slots=True)
class CitationFact:
    TYPE: ClassVar[Literal["citation"]] = "citation"
    id: Annotated[str, "编号，如 c3"]
    guide: Annotated[str, "所在指南的编号"]
    label: Annotated[str, "原文写法；后文省去名称的补上名称"]
    title: Annotated[str, "文件全称"]
    verdict: Annotated[str, "核查结论，如 ok repealed no_such_article"]
    because: Annotated[str, "核查理由"]
    successor: Annotated[str, "替代的新法，没有为空"]
    level: Annotated[str, "效力层级"]
    catch_all: Annotated[bool, "引用的项本身是兜底项"]
    again: Annotated[bool, "同一指南前面已经引用过这个文件"]
    used_for: Annotated[str, "material 材料依据，step 环节依据，否则 guide"]
    sole_basis_of: Annotated[str, "只以本依据要求的证明材料名称，没有为空"]


@dataclass(frozen=True, slots=True)
class SectionFact:
    TYPE: ClassVar[Literal["section"]] = "section"
    id: Annotated[str, "要素编号，如 basis"]
    guide: Annotated[str, "所在指南的编号"]
    title: Annotated[str, "要素名称，如 办理依据"]
    present: Annotated[bool, "指南里有没有"]
    excerpt: Annotated[bool, "文本像是节选（多数要素都没有）"]
    item: Annotated[str, "事项名称"]
    empty: Annotated[bool, "有标题，标题下没有内容"] = False
    catch_all: Annotated[str, "没有内容的“其他条件”原文，没有为空"] = ""
    bounded: Annotated[bool, "这句“其他条件”指明了法律法规"] = False
    start: Annotated[int, "在全文中的起点，不知道为 0"] = 0
    end: Annotated[int, "在全文中的终点，不知道为 0"] = 0


@dataclass(frozen=True, slots=True)
class GuideFact:
    TYPE: ClassVar[Literal["guide"]] = "guide"
    id: Annotated[str, "编号，如 g1"]
    guide: Annotated[str, "同 id"]
    name: Annotated[str, "事项名称"]
    handling: Annotated[str, "即办件 或 承诺件，未写明为空"]
    promised: Annotated[str, "承诺时限原文，没有为空"]
    statutory: Annotated[str, "法定时限原文，没有为空"]
    promised_instant: Annotated[bool, "承诺当场办结"]
    promised_hours: Annotated[int, "承诺时限折合工作小时（每日 8 小时），没有或不能折算为 0"]
    over_statutory: Annotated[bool, "承诺时限长于法定时限"]
    steps_over: Annotated[bool, "各环节时限之和长于承诺时限"]
    steps_sum: Annotated[str, "各环节时限之和，如 8个工作日"]
    inspection: Annotated[bool, "有现场核查、专家评审、公示、听证、检验检测等环节"]
    form_count: Annotated[int, "申请人要填的表单数"]
    forms: Annotated[str, "这些表单的名称"]
    baseline_missing: Annotated[str, "基础清单有而指南没有列出的材料名称，没有为空"] = ""
    licence: Annotated[bool, "事项类型是行政许可"] = False
    over_twenty: Annotated[bool, "法定时限长于 20 个工作日，时限一栏没有写明另作规定的法律法规"] = False
    delivery_over: Annotated[str, "作出决定后长于 10 个工作日的送达期限，没有为空"] = ""
    outcomes_missing: Annotated[str, "没有告诉申请人的受理结果，没有为空"] = ""
    profile_missing: Annotated[str, "配置（profile.yaml）要求而没有的要素，没有为空"] = ""
    excerpt: Annotated[bool, "文本像是节选"] = False
    code: Annotated[str, "事项编码，没有为空"] = ""
    code_shape: Annotated[
        str, "编码形式：basic listed implementing business local，check 校验不符，unknown 不是国家形式，没有为空"
    ] = ""
    visits: Annotated[str, "到现场次数：zero some，未写明为空"] = ""
    visit_reason: Annotated[str, "必须现场办理原因说明：blank 空白，given 填了，没有此栏为空"] = ""
    online: Annotated[str, "是否网办：yes no，没有此栏为空"] = ""
    full_online: Annotated[bool, "网上办理深度是四级（全程网办）"] = False
    by_post: Annotated[str, "能否邮寄：yes no，没有此栏为空"] = ""
    result_mismatch: Annotated[bool, "结果名称与结果类型（出证、出文）不合"] = False
    charged: Annotated[str, "是否收费：yes no，没有此栏为空"] = ""
    fee_basis: Annotated[str, "收费依据：blank 空白，given 填了，没有此栏为空"] = ""
    fee_uncited: Annotated[bool, "写明收费而收费各栏没有任何依据"] = False
    spot_review: Annotated[bool, "审查类型是即审即办"] = False


Fact = MaterialFact | StepFact | CitationFact | SectionFact | GuideFact
TYPES: dict[str, type[Fact]] = {kind.TYPE: kind for kind in get_args(Fact)}


def fields(fact_type: str) -> dict[str, tuple[type, str]]:
    """Every field of a fact type with its Python type and its meaning in Chinese."""
    hints = get_type_hints(TYPES[fact_type], include_extras=True)
    return {name: get_args(hint) for name, hint in hints.items() if name != "TYPE"}
