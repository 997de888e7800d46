#pragma once

#include <stdbool.h>
#include <xlsxwriter.h>

/// The functions of libxlsxwriter that are called, loaded when the first workbook is made: with it come
/// three more libraries, of which a desk that writes no workbook would carry half a mebibyte of its own.
#define SHEETS_FUNCTIONS(of) \
  of(chart_add_series) \
  of(chart_axis_major_gridlines_set_line) \
  of(chart_axis_set_min) \
  of(chart_axis_set_num_font) \
  of(chart_axis_set_reverse) \
  of(chart_legend_set_font) \
  of(chart_legend_set_position) \
  of(chart_series_set_categories) \
  of(chart_series_set_fill) \
  of(chart_series_set_labels) \
  of(chart_series_set_labels_font) \
  of(chart_series_set_line) \
  of(chart_series_set_name) \
  of(chart_series_set_pattern) \
  of(chart_series_set_values) \
  of(chart_set_series_gap) \
  of(chart_title_set_name) \
  of(chart_title_set_name_font) \
  of(format_set_align) \
  of(format_set_bg_color) \
  of(format_set_bold) \
  of(format_set_bottom) \
  of(format_set_font_color) \
  of(format_set_font_name) \
  of(format_set_font_size) \
  of(format_set_indent) \
  of(format_set_num_format) \
  of(format_set_pattern) \
  of(format_set_text_wrap) \
  of(lxw_workbook_free) \
  of(workbook_add_chart) \
  of(workbook_add_format) \
  of(workbook_add_worksheet) \
  of(workbook_close) \
  of(workbook_new_opt) \
  of(workbook_set_properties) \
  of(worksheet_autofilter) \
  of(worksheet_fit_to_pages) \
  of(worksheet_freeze_panes) \
  of(worksheet_insert_chart_opt) \
  of(worksheet_repeat_rows) \
  of(worksheet_set_column) \
  of(worksheet_set_default_row) \
  of(worksheet_set_footer) \
  of(worksheet_set_landscape) \
  of(worksheet_set_paper) \
  of(worksheet_write_number) \
  of(worksheet_write_string)

struct sheets_library {
#define SHEETS_POINTER(name) __typeof__(&name) name##_;
  SHEETS_FUNCTIONS(SHEETS_POINTER)
#undef SHEETS_POINTER
};

extern struct sheets_library sheets_library;

/// Loads it where that was not done; false where the machine has none of this version. One thread
/// after the other.
bool sheets_load(void);

#ifndef SHEETS_OWN_NAMES
#define chart_add_series sheets_library.chart_add_series_
#define chart_axis_major_gridlines_set_line sheets_library.chart_axis_major_gridlines_set_line_
#define chart_axis_set_min sheets_library.chart_axis_set_min_
#define chart_axis_set_num_font sheets_library.chart_axis_set_num_font_
#define chart_axis_set_reverse sheets_library.chart_axis_set_reverse_
#define chart_legend_set_font sheets_library.chart_legend_set_font_
#define chart_legend_set_position sheets_library.chart_legend_set_position_
#define chart_series_set_categories sheets_library.chart_series_set_categories_
#define chart_series_set_fill sheets_library.chart_series_set_fill_
#define chart_series_set_labels sheets_library.chart_series_set_labels_
#define chart_series_set_labels_font sheets_library.chart_series_set_labels_font_
#define chart_series_set_line sheets_library.chart_series_set_line_
#define chart_series_set_name sheets_library.chart_series_set_name_
#define chart_series_set_pattern sheets_library.chart_series_set_pattern_
#define chart_series_set_values sheets_library.chart_series_set_values_
#define chart_set_series_gap sheets_library.chart_set_series_gap_
#define chart_title_set_name sheets_library.chart_title_set_name_
#define chart_title_set_name_font sheets_library.chart_title_set_name_font_
#define format_set_align sheets_library.format_set_align_
#define format_set_bg_color sheets_library.format_set_bg_color_
#define format_set_bold sheets_library.format_set_bold_
#define format_set_bottom sheets_library.format_set_bottom_
#define format_set_font_color sheets_library.format_set_font_color_
#define format_set_font_name sheets_library.format_set_font_name_
#define format_set_font_size sheets_library.format_set_font_size_
#define format_set_indent sheets_library.format_set_indent_
#define format_set_num_format sheets_library.format_set_num_format_
#define format_set_pattern sheets_library.format_set_pattern_
#define format_set_text_wrap sheets_library.format_set_text_wrap_
#define lxw_workbook_free sheets_library.lxw_workbook_free_
#define workbook_add_chart sheets_library.workbook_add_chart_
#define workbook_add_format sheets_library.workbook_add_format_
#define workbook_add_worksheet sheets_library.workbook_add_worksheet_
#define workbook_close sheets_library.workbook_close_
#define workbook_new_opt sheets_library.workbook_new_opt_
#define workbook_set_properties sheets_library.workbook_set_properties_
#define worksheet_autofilter sheets_library.worksheet_autofilter_
#define worksheet_fit_to_pages sheets_library.worksheet_fit_to_pages_
#define worksheet_freeze_panes sheets_library.worksheet_freeze_panes_
#define worksheet_insert_chart_opt sheets_library.worksheet_insert_chart_opt_
#define worksheet_repeat_rows sheets_library.worksheet_repeat_rows_
#define worksheet_set_column sheets_library.worksheet_set_column_
#define worksheet_set_default_row sheets_library.worksheet_set_default_row_
#define worksheet_set_footer sheets_library.worksheet_set_footer_
#define worksheet_set_landscape sheets_library.worksheet_set_landscape_
#define worksheet_set_paper sheets_library.worksheet_set_paper_
#define worksheet_write_number sheets_library.worksheet_write_number_
#define worksheet_write_string sheets_library.worksheet_write_string_
#endif
