"""Icon arrays show everybody counted, once."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from consentgen.model.frequency import Frequency, Whole, whole
from consentgen.render.icons import icon_array_svg, marker_svg

SVG = "{http://www.w3.org/2000/svg}"


def counted(svg: str) -> dict[str, int]:
    """How many icons stand in each group, by the group's class."""
    groups = ElementTree.fromstring(svg).findall(f"{SVG}g")
    return {group.attrib["class"]: len(group.findall(f"{SVG}path")) for group in groups}


@pytest.mark.parametrize("events", [0, 1, 50, 99, 100])
def test_a_hundred_people_give_a_hundred_icons(events: int) -> None:
    svg = icon_array_svg(whole({"yes": events, "no": 100 - events}, 100))
    assert {"part-solid": events, "part-outline": 100 - events} == counted(svg)


def test_fewer_people_give_one_icon_each_in_rows_of_ten() -> None:
    svg = icon_array_svg(whole({"yes": 8, "no": 79}, 87))
    assert {"part-solid": 8, "part-outline": 79} == counted(svg)
    assert 'viewBox="0 0 200 180"' in svg
    assert "translate(120 160)" in svg
    assert "translate(140 160)" not in svg


def test_eight_of_ninety() -> None:
    svg = icon_array_svg(whole({"yes": 8}, 90))
    assert {"part-solid": 8, "part-unknown": 82} == counted(svg)


def test_people_nobody_asked_have_their_own_icons() -> None:
    svg = icon_array_svg(whole({"better": 56, "same": 35, "worse": 7}, 100))
    expected = {"part-solid": 56, "part-outline": 35, "part-alarm": 7, "part-unknown": 2}
    assert expected == counted(svg)


def test_no_two_icons_share_a_place() -> None:
    paths = ElementTree.fromstring(icon_array_svg(whole({"a": 30, "b": 30, "worse": 40}, 100))).iter(
        f"{SVG}path"
    )
    assert 100 == len({path.attrib["transform"] for path in paths})


def test_parts_that_do_not_add_up_are_not_drawn() -> None:
    with pytest.raises(ValueError):
        icon_array_svg(Whole((Frequency(1, 100, 1, 100),), ("yes",)))


def test_each_part_has_a_shape_of_its_own() -> None:
    names = ("better", "same", "worse", "unknown", "left", "moved", "died", "else")
    groups = [ElementTree.fromstring(marker_svg(name, names))[0] for name in names]
    assert len(names) == len({(group[0].attrib["d"], group.attrib["fill"]) for group in groups})


def test_the_marker_looks_like_the_icons_of_its_part() -> None:
    parts = whole({"left": 60, "moved": 40}, 100)
    array = ElementTree.fromstring(icon_array_svg(parts))
    for name, group in zip(parts.names, array, strict=True):
        marker = ElementTree.fromstring(marker_svg(name, parts.names))[0]
        assert group.attrib == marker.attrib
        assert group[0].attrib["d"] == marker[0].attrib["d"]


def test_hostile_text_stays_text() -> None:
    alt = '"><script>alert(1)</script>'
    picture = ElementTree.fromstring(icon_array_svg(whole({alt: 1}, 1), alt=alt))
    assert alt == picture.attrib["aria-label"]
    assert "img" == picture.attrib["role"]
    assert [] == picture.findall(f".//{SVG}script")


def test_without_a_text_equivalent_it_is_decoration() -> None:
    svg = icon_array_svg(whole({"yes": 1}, 1))
    assert 'aria-hidden="true"' in svg
    assert "role=" not in svg
    assert "id=" not in svg
