import pytest

from consilience.publish.charts import event_strip, figure_chart, round_steps


@pytest.mark.parametrize(
    ("highest", "steps"),
    [
        (44, (0, 20, 40, 60)),
        (61, (0, 20, 40, 60, 80)),
        (6, (0, 2, 4, 6)),
        (1, (0, 0.25, 0.5, 0.75, 1)),
        (6200, (0, 2000, 4000, 6000, 8000)),
        (0, (0, 1)),
    ],
)
def test_an_axis_has_few_round_steps_and_reaches_the_highest_value(highest, steps):
    assert round_steps(highest) == steps


def test_a_chart_draws_later_to_the_right_and_more_above(situation):
    dead = next(figure for figure in situation.figures if figure.id == "dead")
    point = {point.reading.id: point for point in figure_chart(dead).points}

    assert point["dead-17"].x < point["dead-23"].x < point["dead-38"].x
    assert point["dead-17"].y > point["dead-31"].y > point["dead-44"].y


def test_an_open_count_is_drawn_up_to_the_top_and_an_interval_over_its_days(situation):
    chart = figure_chart(next(figure for figure in situation.figures if figure.id == "dead"))
    point = {point.reading.id: point for point in chart.points}

    assert point["dead-23"].open
    assert point["dead-23"].top == chart.top
    assert point["dead-38"].left < point["dead-38"].x < point["dead-38"].right


def test_each_source_of_a_count_has_its_own_shape(situation):
    shapes = {point.reading.said_by: point.shape for point in figure_chart(situation.figures[0]).points}

    assert shapes == {"ned": "circle", "relief": "square"}


def test_one_reading_makes_no_chart(situation):
    assert figure_chart(situation.figures[1]) is None


def test_events_of_one_day_are_stacked_and_undated_ones_left_out(situation):
    strip = event_strip(situation.events)
    places = [(dot.x, dot.y) for dot in strip.dots]

    assert len(places) == len(set(places)) == len([event for event in situation.events if event.when])
