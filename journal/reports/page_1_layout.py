"""Page 1 on paper: blocks in a fixed order, A4 or Letter; the chart takes the room that is left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial

from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.utils import simpleSplit

from journal.charts.drawing import draw_overview
from journal.charts.overview import OverviewData
from journal.charts.picture import new_figure
from journal.reports.below_chart_blocks import BeforeAndAfter, Effects, Notes, Products, Running, WithSentence
from journal.reports.fonts import REGULAR
from journal.reports.page_one import PageOne
from journal.reports.pen import HEADING, HEADING_HEIGHT, LINE, SMALL, TABLE, Block, Pen, height_of, set_in, width_of
from journal.reports.printed import Printed, section_place, theme
from journal.reports.rooms import ROOMS, Room
from journal.reports.table_blocks import FigureTable, HealthFields, VisitBlock
from journal.reports.tagged import TaggedCanvas
from journal.reports.top_blocks import Head, Lines, OwnWords, Trust, Warnings
from journal.reports.vector import draw_figure
from journal.texts import Texts

SIZES: dict[str, tuple[float, float]] = {"a4": A4, "letter": letter}
MARGIN = 36
FOOTER = 25
CHART = 230  # high, on a later page
_ASKED = 164  # wide, what is asked at the visit
_ASKED_COLUMNS = 3  # of it, where no key figures stand beside it
_SHARES = (-26, 6, 20)  # of the three lower blocks, beside a third of the width
_GAP = 11  # between columns
_TITLE_OF_PAGE = 260  # wide at most, of a later page
_BETWEEN = 4  # between blocks
_TALLEST = 68  # of a panel: what is more becomes lines for notes


class PageOneLayout:
    """Draws page 1 from the top down."""

    def __init__(self, canvas: TaggedCanvas, size: tuple[float, float], printed: Printed, texts: Texts) -> None:
        self._pen, self._size, self._printed, self._texts = Pen(canvas), size, printed, texts

    def draw(self, page: PageOne) -> Room:
        """Everything but the footer; what was given up for it."""
        width = self._size[0] - 2 * MARGIN
        top: tuple[Block, ...] = (
            Head(page, width, self._printed), Trust(page, width), Warnings(page.warning, width),
        )  # fmt: skip
        lines, small_lines = Lines(page.lines, width), Lines(page.lines, width, small=True)
        kept = [*self._printed.cut]

        def plan_of(room: Room) -> Plan:
            self._printed.cut[:] = kept  # without what was cut for a plan that is not drawn
            size = SMALL if room.small_lines else LINE
            words = OwnWords(page, width, self._printed, self._texts, room.words, room.writing, size)
            answers = small_lines if room.small_lines else lines
            return Plan(page, self._size, room, (*top, words, answers), self._printed, self._texts)

        plan = _first_with_room(plan_of)
        plan.draw(self._pen)
        return plan.room


def _first_with_room(plan_of: Callable[[Room], Plan]) -> Plan:
    """The plan of the first of ``ROOMS`` in which the page fits, or the last: by halving, as a plan takes a while."""
    plan = plan_of(ROOMS[0])
    if plan.fits:
        return plan
    number = bisect_left(ROOMS[1:-1], True, key=lambda room: plan_of(room).fits) + 1
    return plan_of(ROOMS[number])  # made last, so that what was cut is what it has cut


class Plan:
    """The blocks of a page and where they stand."""

    def __init__(
        self,
        page: PageOne,
        size: tuple[float, float],
        room: Room,
        stack: tuple[Block, ...],
        printed: Printed,
        texts: Texts,
    ) -> None:
        self._page, self.room, self._printed, self._texts = page, room, printed, texts
        self._width = size[0] - 2 * MARGIN
        self._top = size[1] - MARGIN + 4  # the first line hangs below it
        self._stack = stack
        self._beside = self._figures_and_visit(printed)
        self._health = HealthFields(page.health, self._width, room.fields, texts)
        self._trend = set_in(page.trend, TABLE, 1.2) if page.trend else None
        self._overview = page.overview
        if page.overview is not None and room.one_panel:
            fewer = page.overview.with_one_panel_a_group()
            self._overview = fewer.with_one_group() if room.fewest_panels else fewer
        if not room.glance:
            self._overview = None
            for sentence in page.trend:
                printed.keep(f"{sentence.lead} {sentence.text}".strip())
        self._lower = self._lower_blocks(printed)

    def _figures_and_visit(self, printed: Printed) -> list[tuple[Block, float]]:
        """Beside each other, each with the distance of its left edge; what is asked alone over the whole width."""
        page, room, texts, width = self._page, self.room, self._texts, self._width
        shown = page.visit if room.all_names else page.short_visit
        shown = shown.run_on() if room.answers_run_on else shown
        asks = room.asks
        if room.denied and shown.denied:  # their boxes stay, and the lines to write on are lower
            shown, asks = shown.asking_denied(), min(asks, room.denied)
        if not page.groups or not room.figures:
            return [(VisitBlock(shown, width, 0.0, texts, asks, _ASKED_COLUMNS), 0.0)]
        wide = width - _ASKED - _GAP
        table = partial(FigureTable, page.groups, page.heads, wide, printed=printed, texts=texts)
        figures = table(pitch=room.pitch, spare=room.spare)
        visit = VisitBlock(shown, _ASKED, figures.height, texts, asks)
        for pitch in (ROOMS[0].pitch, room.pitch):
            all_rows = table(pitch=pitch, spare=True)
            if all_rows.height <= visit.height:  # beside a long list of what is asked no row takes any room
                figures, self.room = all_rows, replace(room, spare=True)
                break
        return [(figures, 0.0), (VisitBlock(shown, _ASKED, figures.height, texts, asks), width - _ASKED)]

    def _lower_blocks(self, printed: Printed) -> list[tuple[Block, float]]:
        """Those that are told, each with its width."""
        page, room, texts = self._page, self.room, self._texts
        if room.running:
            running = Running(
                self._elsewhere(),
                page.before_and_after or page.no_pairs,
                page.effects,
                page.products,
                self._width,
                printed,
                texts,
            )
            return [(running, self._width)]
        effects = partial(Effects, page.effects, most=room.effects, printed=printed, texts=texts)
        makers: list[tuple[Callable[[float], Block], float]] = [(effects, _SHARES[1])]
        if (block := page.before_and_after) is not None:
            pairs = partial(BeforeAndAfter, block, page.changes, histogram=room.histogram)
            makers.insert(0, (pairs, _SHARES[0]))
        if page.products is not None:
            products = partial(Products, page.products, most=room.products, printed=printed, texts=texts)
            makers.append((products, _SHARES[2]))
        even = (self._width - _GAP * (len(makers) - 1)) / len(makers)
        all_three = len(makers) == len(_SHARES)
        widths = [even + share if all_three else even for _, share in makers]
        blocks = [(make(wide), wide) for (make, _), wide in zip(makers, widths, strict=True)]
        if page.no_pairs is not None:
            shortest = min(range(len(blocks)), key=lambda number: blocks[number][0].height)
            above, wide = blocks[shortest]
            blocks[shortest] = (WithSentence(above, page.no_pairs, wide), wide)
        return blocks

    def _elsewhere(self) -> list[tuple[str, int]]:
        """The titles of what only a later page tells, each with its number."""
        page, room, texts = self._page, self.room, self._texts
        titles = ((page.groups and not room.figures, texts("Key figures"), "figures"),
                  (page.overview is not None and not room.glance, page.glance, "chart"))  # fmt: skip
        return [(title, self._page_of(code)) for missing, title, code in titles if missing]

    def _page_of(self, code: str) -> int:
        return self._printed.page_of(section_place(code))

    @property
    def least(self) -> float:
        """How high the chart is at least: more panels, and values written above bars, need more."""
        if not self.room.chart or self._overview is None:
            return 0.0
        panels = self._overview.panels
        return self.room.least + 20 * max(0, len(panels) - 3) + 9 * sum(bool(panel.clipped) for panel in panels)

    @property
    def fits(self) -> bool:
        """Whether the chart has room."""
        return self.chart_room >= self.least

    @cached_property
    def chart_room(self) -> float:
        """What is left for the chart."""
        fixed = sum(block.height + _BETWEEN for block in self._stack)
        fixed += max(block.height for block, _ in self._beside) + self._health.height + 2 * _BETWEEN
        if self._overview is not None:
            fixed += HEADING_HEIGHT + self._caption_height + self._trend_height + _BETWEEN
        fixed += max(block.height for block, _ in self._lower)
        return self._top - MARGIN - FOOTER - fixed

    @cached_property
    def _caption(self) -> tuple[str, bool]:
        """How to read the chart, and whether that has room beside the heading."""
        data = self._overview if self.room.chart else None
        caption = (
            data.caption(grey=False) if data is not None and data.enough_data else ""
        )  # as the page's head says it
        if caption and self.room.fewest_panels:
            caption = self._texts("the whole chart: page {n}", n=self._texts.integer(self._page_of("chart")))
        room = self._width - width_of(self._page.glance, HEADING, bold=True) - 6
        return caption, width_of(caption, SMALL) <= room

    @property
    def _caption_height(self) -> float:
        caption, beside = self._caption
        return 0.0 if beside else caption_height(caption, self._width)

    @cached_property
    def _trend_height(self) -> float:
        return height_of(self._trend, self._width) + 3 if self._trend else 3.0

    def draw(self, pen: Pen) -> None:
        """From the top down."""
        y = self._top
        for block in self._stack:
            block.draw(pen, MARGIN, y)
            y -= block.height + _BETWEEN
        for block, left in self._beside:
            block.draw(pen, MARGIN + left, y)
        y -= max(block.height for block, _ in self._beside) + _BETWEEN
        self._health.draw(pen, MARGIN, y)
        y -= self._health.height + _BETWEEN
        if self._overview is not None:
            y = self._chart(pen, y, self._overview) - _BETWEEN
        x = float(MARGIN)
        for block, wide in self._lower:
            block.draw(pen, x, y)
            x += wide + _GAP
        y -= max(block.height for block, _ in self._lower)
        has_its_chart = self.room.chart or self._page.overview is None
        if has_its_chart and y - MARGIN - FOOTER > Notes.LEAST + 6:
            Notes(self._width, self._texts).draw(pen, MARGIN, y - 6, MARGIN + FOOTER + 2)

    def _chart(self, pen: Pen, top: float, data: OverviewData) -> float:
        """The panels and the sentence below them; room that they do not need is left for notes."""
        if not self.room.chart:
            return self._chart_elsewhere(pen, top)
        caption, beside = self._caption
        y = pen.heading(MARGIN, top, self._width, self._page.glance, caption if beside else "")
        if not beside:
            y = draw_caption(pen, caption, y, self._width)
        panels = sum(panel.share for panel in data.panels) or 1.0  # a frame with a sentence
        height = min(self.chart_room, _TALLEST * panels + 30)
        if self.chart_room - height < Notes.LEAST + 6:
            height = self.chart_room
        figure = new_figure(self._width, height)
        draw_overview(figure, data, theme())
        with pen.figure(data.description(), (MARGIN, y - height, MARGIN + self._width, y)):
            draw_figure(pen.canvas, figure, MARGIN, y - height, self._width, height)
        y -= height
        if self._trend is not None:
            pen.block(self._trend, MARGIN, y - 1, self._width)
        return y - self._trend_height

    def _chart_elsewhere(self, pen: Pen, top: float) -> float:
        """Where the warning symptoms left no room."""
        note = self._texts("no room here: see page {n}", n=self._texts.integer(self._page_of("chart")))
        y = pen.heading(MARGIN, top, self._width, self._page.glance, note)
        if self._trend is not None:
            pen.block(self._trend, MARGIN, y - 1, self._width)
        return y - self._trend_height


def caption_height(caption: str, width: float) -> float:
    """The lines of how to read the chart: where every mark occurs, one is not enough."""
    return (SMALL + 3) * len(simpleSplit(caption, REGULAR, SMALL, width))


def draw_caption(pen: Pen, caption: str, top: float, width: float) -> float:
    """How to read the chart; where it ends."""
    y = top
    for line in simpleSplit(caption, REGULAR, SMALL, width):
        y -= SMALL + 3
        pen.text(MARGIN, y + 0.5, line, SMALL)
    return y


def draw_chart(pen: Pen, data: OverviewData, top: float, width: float) -> float:
    """The chart at its usual height, for a later page; where it ends."""
    figure = new_figure(width, CHART)
    draw_overview(figure, data, theme())
    with pen.figure(data.description(), (MARGIN, top - CHART, MARGIN + width, top)):
        draw_figure(pen.canvas, figure, MARGIN, top - CHART, width, CHART)
    return top - CHART


def draw_whose(canvas: TaggedCanvas, size: tuple[float, float], identity: str, period: str) -> None:
    """Name and period beside the title of a later page: loose sheets of two people are not mixed up."""
    pen, right, top = Pen(canvas), size[0] - MARGIN, size[1] - MARGIN
    room = size[0] - 2 * MARGIN - _TITLE_OF_PAGE
    pen.right(right, top - 6, Printed().fitted(identity, room, SMALL), SMALL)
    pen.right(right, top - 14.5, period, SMALL)


def draw_footer(canvas: TaggedCanvas, size: tuple[float, float], words: str, made: str, number: str) -> None:
    """What every page ends with."""
    pen, top = Pen(canvas), MARGIN + 19
    pen.rule(MARGIN, top, size[0] - MARGIN)
    pen.text(MARGIN, top - 9, words, SMALL)
    pen.text(MARGIN, top - 18, made, SMALL)
    pen.right(size[0] - MARGIN, top - 9, number, SMALL)
