"""A department's goals as charts, and what a page offers for download."""

from assistant.export import KINDS
from assistant.lexicon.chains import load_chains
from assistant.model.plan import Counts
from assistant.planning.targets import targets
from assistant.server.pages.downloads import groups
from assistant.server.pages.goals import WIDTH, Chart, chain_charts, charts


def drawn(before: Counts, after: Counts) -> tuple[Chart, ...]:
    return charts(before, after, dict(targets(before, after)))


def test_a_met_goal_says_so() -> None:
    (chart,) = drawn(Counts(9, 0, 0, None), Counts(6, 0, 0, None))
    assert (chart.met, chart.words, chart.percent) == (True, "达到三分之一", 33)


def test_a_third_of_ten_is_four() -> None:
    (chart,) = drawn(Counts(10, 0, 0, None), Counts(7, 0, 0, None))
    assert chart.words == "离三分之一还差1份"


def test_a_bar_is_as_long_as_what_is_left() -> None:
    (chart,) = drawn(Counts(8, 0, 0, None), Counts(2, 0, 0, None))
    assert (chart.bar, chart.mark) == (WIDTH // 4, WIDTH * 2 // 3)


def test_days_are_to_be_halved() -> None:
    charts_of = {chart.what: chart for chart in drawn(Counts(3, 3, 0, 20), Counts(3, 3, 0, 15))}
    assert charts_of["承诺时限"].words == "离二分之一还差5个工作日"


def test_where_nothing_is_proposed_the_chart_says_so() -> None:
    (chart,) = drawn(Counts(0, 0, 0, 20), Counts(0, 0, 0, 20))
    assert chart.words == "没有可以确定压减的"


def test_a_goal_without_anything_to_count_has_no_chart() -> None:
    assert drawn(Counts(0, 0, 0, None), Counts(0, 0, 0, None)) == ()


def test_a_chain_adds_up_its_items_and_no_others() -> None:
    promises = [("企业设立登记", 5, 2), ("公章刻制备案", 3, 2), ("结婚登记", 1, 1)]
    (chart,) = chain_charts(promises, load_chains())
    assert (chart.what, chart.before, chart.after, chart.met) == ("企业开办时限", 8, 4, True)


def test_a_chain_whose_items_promise_nothing_has_no_chart() -> None:
    assert chain_charts([("企业设立登记", None, None)], load_chains()) == ()


def test_every_format_can_be_downloaded_from_the_page() -> None:
    offered = [download.format for _, downloads in groups() for download in downloads]
    assert sorted(offered) == sorted(KINDS)
