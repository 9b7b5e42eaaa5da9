"""The workbench under load, on loopback: 50 people upload at once; edits of a 10,000-character guide; memory.

    .venv/bin/python benchmarks/server.py [PEOPLE]

Prints what it measured; nothing is asserted on time.
"""

import itertools
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/support"))
from running import Running, running

ROOT = Path(__file__).parents[1]
PAPERS = (
    "居民身份证", "居民户口簿", "无犯罪记录证明", "婚姻状况证明", "收入证明", "营业执照", "授权委托书",
    "房屋租赁合同", "不动产权证书", "健康证明", "培训记录", "食品安全管理制度", "设备清单", "平面布局图",
    "消防验收合格证明", "环境影响评价批复", "验资报告", "公司章程", "股东会决议", "可行性研究报告",
    "专家评审意见", "银行资信证明", "完税证明", "社会保险缴纳证明", "学历证书", "职称证书", "劳动合同",
    "安全评价报告", "卫生许可证", "产品质量检验报告", "商标注册证", "授权经营证明", "场所使用证明",
    "近期免冠照片", "残疾人证", "村委会证明", "单位介绍信", "工艺流程图", "从业人员登记表", "其他相关材料",
)  # fmt: skip
LAWS = ("行政许可法", "食品安全法", "消防法", "安全生产法", "劳动合同法", "商标法", "公司法", "税收征收管理法")


def long_guide() -> list[str]:
    """One guide of 10,000 characters: 40 papers, 73 citations, 9 steps."""
    lines = [
        "食品经营许可办事指南",
        "事项名称：食品经营许可",
        "事项类型：行政许可",
        "承诺时限：10个工作日",
        "一、设定依据",
    ]
    lines += [
        f"《中华人民共和国{LAWS[n % 8]}》第{10 + n}条规定：申请人应当如实提交有关材料，并对其真实性负责。"
        for n in range(24)
    ]
    lines += ["二、申请材料"]
    lines += [
        f"{n + 1}.{name}（原件1份，复印件{n % 4 + 1}份，由申请人自备，依据《中华人民共和国{LAWS[n % 8]}》第{20 + n}条）"
        for n, name in enumerate(PAPERS)
    ]
    steps = ("申请", "受理", "审查", "现场核查", "股室初审", "领导审批", "签发", "制证", "送达")
    lines += ["三、办理流程"]
    lines += [
        f"{n + 1}.{name}：时限{n % 3 + 1}个工作日，依据《中华人民共和国行政许可法》第{30 + n}条。"
        for n, name in enumerate(steps)
    ]
    lines += ["四、咨询方式"]
    for number in itertools.count(1):
        if sum(map(len, lines)) + len(lines) >= 10_000:
            return lines
        lines.append(
            f"{number}.办公地址、工作时间和联系电话以政务服务中心公布的为准，申请人可以通过网上办事大厅预约，也可以到窗口现场取号。"
        )
    raise AssertionError


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "data", "--workers", "2") as server:
        print(f"idle: {memory(server)}")
        edits(server)
        uploads(server, people)
        print(f"after the load: {memory(server)}")


def edits(server: Running) -> None:
    lines = long_guide()
    paragraphs = [{"text": line} for line in lines]
    ask(server.client, "/api/v1/panel/reviews", {"paragraphs": paragraphs})
    times, busy = [], cpu(server)
    for number in range(60):
        at = 40 + number % 20
        changed = [*paragraphs[:at], {"text": f"{lines[at]}第{number}版"}, *paragraphs[at + 1 :]]
        begun = time.perf_counter()
        ask(server.client, "/api/v1/panel/reviews", {"paragraphs": changed})
        times.append(time.perf_counter() - begun)
    used = (cpu(server) - busy) / len(times) * 1000
    size = sum(map(len, lines)) + len(lines)
    print(f"panel, one paragraph of {size} characters edited: {quantiles(times)}, {used:.0f} ms of CPU")


def uploads(server: Running, people: int) -> None:
    """Everybody at once sends one of the sample Word files, waits for its review and reads it."""
    samples = sorted((ROOT / "corpus/guides").glob("*/*.docx"))
    times: list[float] = []
    faults: list[str] = []
    start = threading.Barrier(people)

    def person(number: int) -> None:
        data = samples[number % len(samples)].read_bytes()
        with httpx.Client(base_url=server.client.base_url, timeout=300, trust_env=False) as client:
            start.wait()
            begun = time.perf_counter()
            try:
                answer = client.post("/api/v1/documents", files={"files": (f"{number}.docx", data)}).json()
                with client.stream("GET", f"/api/v1/jobs/{answer['job']}/events") as events:
                    list(events.iter_lines())
                client.get(f"/api/v1/documents/{answer['documents'][0]}/review").raise_for_status()
            except (httpx.HTTPError, KeyError) as fault:
                faults.append(repr(fault))
            times.append(time.perf_counter() - begun)

    threads = [threading.Thread(target=person, args=(number,)) for number in range(people)]
    begun = time.perf_counter()
    with peak(server) as most:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    took = time.perf_counter() - begun
    rate = people / took
    print(
        f"{people} people upload at once: {rate:.1f} reviews/s, {quantiles(times)}, {len(faults)} errors, peak {most()}"
    )
    print("\n".join(faults[:3]))


def ask(client: httpx.Client, path: str, body: object) -> None:
    client.post(path, json=body).raise_for_status()


def quantiles(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=20)
    return f"median {statistics.median(times) * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms"


def processes(server: Running) -> list[int]:
    return [server.process.pid, *server.workers()]


def memory(server: Running) -> str:
    """Resident memory that each process has to itself, in MB: the server, then its workers."""
    parts = [_private(pid) for pid in processes(server)]
    return f"{sum(parts):.0f} MB ({' + '.join(f'{part:.0f}' for part in parts)})"


def _private(pid: int) -> float:
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024


def cpu(server: Running) -> float:
    """Seconds of CPU that all processes have used."""
    used = 0
    for pid in processes(server):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / 100


@contextmanager
def peak(server: Running) -> Iterator[Callable[[], str]]:
    most = 0.0
    over = threading.Event()

    def watch() -> None:
        nonlocal most
        while not over.wait(0.2):
            most = max(most, sum(_private(pid) for pid in processes(server)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield lambda: f"{most:.0f} MB"
    finally:
        over.set()
        watcher.join()


if __name__ == "__main__":
    main()
