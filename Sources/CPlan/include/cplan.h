/// Choices of yes or no under limits, through COIN-OR's Cbc: plain types only.
#pragma once

#include <stdbool.h>

typedef struct plan_model plan_model;

typedef enum {
  /// Time was over before anything better was found.
  PLAN_OPEN,
  /// There is nothing better.
  PLAN_NOTHING,
  /// Something better, perhaps not the best.
  PLAN_BETTER,
  PLAN_BEST,
} plan_end;

/// Begins a model of `columns` choices, each worth `worth` where it is taken, a whole number; NULL
/// where memory is short.
plan_model *plan_open(int columns, const double *worth);

/// Of these choices, what they weigh in sum lies between two numbers.
///
/// \param weights NULL where each weighs one.
void plan_limit(
    plan_model *model, int count, const int *columns, const double *weights, double least,
    double most);

/// Looks for what is worth most, and more than `known`.
///
/// \param seconds when it has to come to an end.
/// \param taken for each choice whether it is taken; untouched where nothing better was found.
/// \param bound what no choice is worth more than, where it is not the best yet.
plan_end plan_solve(
    const plan_model *model, double seconds, double known, bool *taken, double *bound);

void plan_close(plan_model *model);
