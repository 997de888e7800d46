#pragma once

#include <pango/pangocairo.h>

struct print_book {
  int descriptor;
  cairo_surface_t *surface;
  cairo_t *cairo;
  PangoContext *context;
};

struct print_text {
  PangoLayout *layout;
};
