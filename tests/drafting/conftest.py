from datetime import date

import pytest

from assistant.knowledge import load_knowledge
from assistant.model.review import Review
from assistant.reading import read_text
from assistant.review import review_document

GUIDE = """老年人优待证办理

一、办理依据
《中华人民共和国老年人权益保障法》第五十三条

二、受理机构
青山县卫生健康委员会

三、申请材料
1. 老年人优待证申请表（原件1份）
2. 居民身份证（复印件1份）
3. 嘎查村委会出具的本人健在证明（原件1份）
4. 其他材料

四、办理流程
受理→审核→发证

五、办理时限
法定时限：20个工作日。承诺时限：5个工作日。

六、收费
不收费
"""


@pytest.fixture(scope="session")
def review() -> Review:
    return review_document(read_text(GUIDE), date(2026, 11, 25), load_knowledge())
