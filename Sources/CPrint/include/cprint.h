/// Pages of text as PDF, through Pango and Cairo: plain types only.
///
/// All lengths are points from the upper left corner of the page; text is UTF-8.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct print_book print_book;
/// Text that is broken into lines and not drawn yet.
typedef struct print_text print_text;

typedef enum { PRINT_LEFT, PRINT_CENTRE, PRINT_RIGHT } print_side;

typedef struct {
  /// Families in the order in which they are asked for a character, with commas between.
  const char *families;
  /// By its code of BCP 47: it chooses among the forms of one character.
  const char *language;
  double size;
  double width;
  print_side side;
  bool bold;
  bool right_to_left;
} print_style;

/// Begins a book of pages that goes to the file `descriptor`; the same pages are the same bytes.
/// NULL where memory is short.
print_book *print_open(int descriptor, double width, double height, const char *title);

/// Whether the machine has a font of this family.
bool print_has_family(const print_book *book, const char *family);

/// Breaks a text into lines.
///
/// \param missing the first character that no font of the families has, 0 where there is none.
print_text *print_lay(
    print_book *book, const char *text, const print_style *style, uint32_t *missing);
void print_drop(print_text *text);

int print_lines(const print_text *text);
/// How high each of its lines is, into as many places as it has lines; and how wide the widest is.
void print_heights(const print_text *text, double *heights);
double print_width(const print_text *text);

/// Draws some of its lines, the first with its top at `y`; `grey` is 0 for black.
void print_draw(
    print_book *book, const print_text *text, int first, int count, double x, double y, double grey);

/// A line; a box is four of them.
void print_line(
    print_book *book, double x1, double y1, double x2, double y2, double thickness, double grey);
void print_fill(print_book *book, double x, double y, double width, double height, double grey);

/// A QR code of the text, `size` wide with its quiet margin; false where it is too long for one.
bool print_code(print_book *book, const char *text, double x, double y, double size);

/// Ends a page; the next begins with the next thing drawn.
void print_page(print_book *book);

/// Ends the book; false where the file did not take all of it.
bool print_close(print_book *book);
