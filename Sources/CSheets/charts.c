#include "internal.h"

static const lxw_color_t now_colour = 0x1B5E8C, before_colour = 0x8A97A6, ink = 0x3A4653;

static lxw_chart *make(sheets_book *book, sheets_chart_kind kind) {
  return workbook_add_chart(
      book->workbook, kind == SHEETS_COLUMNS ? LXW_CHART_COLUMN : LXW_CHART_BAR);
}

static lxw_chart_series *add_series(
    lxw_chart *chart, lxw_worksheet *sheet, const sheets_chart *wanted, uint16_t column,
    const char *name) {
  lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
  if (!series) return NULL;
  chart_series_set_categories(
      series, sheet->name, wanted->first_row, wanted->names, wanted->last_row, wanted->names);
  chart_series_set_values(
      series, sheet->name, wanted->first_row, column, wanted->last_row, column);
  if (name) chart_series_set_name(series, name);
  return series;
}

/// The period is solid and has its numbers beside it; the one before is hatched: no colour is needed
/// to tell them apart.
static void dress(lxw_chart *chart, lxw_chart_series *now, lxw_chart_series *before, char *font) {
  lxw_chart_font small = {.name = font, .size = 9, .color = ink};
  lxw_chart_fill fill = {.color = now_colour};
  chart_series_set_fill(now, &fill);
  chart_series_set_labels(now);
  chart_series_set_labels_font(now, &small);
  if (before) {
    lxw_chart_pattern hatch = {
        .fg_color = before_colour, .bg_color = 0xFFFFFF,
        .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
    lxw_chart_line edge = {.color = before_colour, .width = 0.75};
    chart_series_set_pattern(before, &hatch);
    chart_series_set_line(before, &edge);
  }
  chart_axis_set_num_font(chart->x_axis, &small);
  chart_axis_set_num_font(chart->y_axis, &small);
  if (before) {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &small);
  } else {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  }
}

void sheets_add_chart(sheets_book *book, int sheet, const sheets_chart *wanted) {
  lxw_worksheet *found = sheets_sheet(book, sheet);
  lxw_chart *chart = found ? make(book, wanted->kind) : NULL;
  lxw_chart_series *now =
      chart ? add_series(chart, found, wanted, wanted->values, wanted->values_name) : NULL;
  if (!now) {
    sheets_note(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  lxw_chart_series *before =
      wanted->before >= 0
          ? add_series(chart, found, wanted, (uint16_t)wanted->before, wanted->before_name)
          : NULL;
  dress(chart, now, before, book->font);
  lxw_chart_font heading = {.name = book->font, .size = 12, .bold = 1, .color = ink};
  chart_title_set_name(chart, wanted->title);
  chart_title_set_name_font(chart, &heading);
  bool lies = wanted->kind != SHEETS_COLUMNS;
  lxw_chart_axis *scale = lies ? chart->x_axis : chart->y_axis;
  lxw_chart_line faint = {.color = 0xD3DBE2, .width = 0.5};
  chart_axis_set_min(scale, 0);
  chart_axis_major_gridlines_set_line(scale, &faint);
  // The first row of the table is the uppermost bar.
  if (lies) chart_axis_set_reverse(chart->y_axis);
  chart_set_series_gap(chart, wanted->kind == SHEETS_FUNNEL ? 15 : 60);
  lxw_chart_options place = {
      .x_scale = wanted->width / 480.0, .y_scale = wanted->height / 288.0,
      .description = (char *)wanted->description};
  sheets_note(
      book, worksheet_insert_chart_opt(found, wanted->row, wanted->column, chart, &place));
}
