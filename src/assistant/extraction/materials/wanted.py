"""What stands in a list of materials and is none: instructions, cross-references, seals, explanations."""

import re

from assistant.extraction.materials.entries import Entry
from assistant.extraction.materials.heads import is_paper, plain, strength
from assistant.extraction.materials.names import is_catch_all
from assistant.extraction.materials.nesting import outside
from assistant.lexicon.materials import MaterialWords

# 按相应的提交材料规范提交; 适用本规范; 参照设立登记办理; 同上
_REFERENCE = re.compile(r"适用.{0,30}规范|规范提交|提交材料规范|参照.{0,20}(?:执行|办理|提交)|^(?:同上|无)$|同上$")
# 以上材料均需加盖公章; 第2、3项材料需一式三份
_OF_THE_LIST = re.compile(
    r"^(?:申请|申报|提交的?)?(?:材料|资料)(?:的?复印件)?(?:应当?|按|须|需要?|均|要)|^(?:以上|上述|所有|全部|所提交的?)(?:材料|资料|文件|证件|复印件|申请材料|提交)|^第.{1,14}项.{0,8}(?:需|须|应|可|均)"
)
# 前款第（一）、（四）项规定的材料
_OF_ITEMS = re.compile(
    r"^第[\d、和及至．.（）()一二三四五六七八九十]{1,16}项(?:材料|资料|文件|证件)?$"
    r"|(?:[）)\d]|第.{1,12})[项款]规定的?[^，,]{0,4}(?:材料|资料|文件|证件)$"
)
# A seal is brought along, not handed in; — and 无 fill empty cells
_NOTHING = re.compile(r"[\W\d_]+|无|同上|略|合计|小计|总计|.{0,8}(?:公章|印章|印鉴|专用章)(?:或者?.{0,8}专用章)?")
# 未成年的需要提供以下材料: says that a list follows
_BARE = re.compile(r"(?:申请|申报|证明)?(?:材料|资料|要件|手续)")
# 材料审核过后就会给开受理通知书: what will happen
_TOLD = re.compile(r"就会|将会|过后")
# What remains of instructions and explanations when everything else is taken off
_SENTENCE = re.compile(
    r"应当|不得|不能|必须|须能|具备|具有|至少有|可以|即可|负责|工作日|应由|应为|应在|需要的话|^以上|以上(?:材料|资料|文件|证件|内容|情形|均)|如下|自行|登录|网址|http|电话"
    r"|是否|^然后|进行(?:核查|审核|核实|调查|审查|登记)$|后(?:发放|核发|颁发|签发|领取)|(?:办理|执行|处理|提出申请|核验|核对|准备)$"
)
# …，领取营业执照; 向迁入地的登记机关申请
_NARRATIVE = re.compile(r"[，,]|领取(?!凭证|通知|证明|单|回执)|向.{2,20}(?:申请|提出)")


def is_instruction(written: str, words: MaterialWords) -> bool:
    """Whether an entry says how and not what: 以上材料均需…, 按相应的提交材料规范提交…, 网址…."""
    bare = plain(outside(written))
    if _REFERENCE.search(bare) or _OF_THE_LIST.search(bare):
        return True
    return words.begins_with("not_material", bare) and not is_paper(bare, words)


def is_name(name: str, entry: Entry, words: MaterialWords) -> bool:
    """Whether ``name`` can be a material of ``entry``: the less marks it as an item, the surer its noun must be."""
    if (
        len(name) < 2
        or _NOTHING.fullmatch(name)
        or _OF_ITEMS.search(name)
        or _BARE.fullmatch(name)
        or _TOLD.search(name)
    ):
        return False
    paper = is_paper(name, words) or is_catch_all(name, words)
    paper = paper or name.endswith("基本情况")
    if entry.strict:
        clean = _NARRATIVE.search(outside(name)) is None
        vague = words.is_one("generic", name) and strength(name, words) != "strong"
        return clean and paper and not vague and len(name) <= 60
    if entry.row and len(name) <= 80:
        return True
    longest = 60 if strength(name, words) == "light" else 40
    return paper or (len(name) <= longest and not _SENTENCE.search(name))
