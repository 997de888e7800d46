#include "cplan.h"

#include <coin/Cbc_C_Interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// The limits as they come, one behind the other.
struct plan_model {
  int columns;
  double *worth;
  int rows, room;
  int elements, space;
  int *ends;
  double *least, *most;
  int *column;
  double *weight;
};

/// More room for what a pointer leads to; the program ends where there is none.
static void *grown(void *old, size_t count, size_t size) {
  void *new = reallocarray(old, count, size);
  if (new == NULL) abort();
  return new;
}

plan_model *plan_open(int columns, const double *worth) {
  plan_model *model = calloc(1, sizeof *model);
  if (model == NULL) return NULL;
  model->columns = columns;
  model->worth = grown(NULL, (size_t)columns + 1, sizeof *worth);
  // It looks for the least.
  for (int column = 0; column < columns; column++) model->worth[column] = -worth[column];
  return model;
}

void plan_limit(
    plan_model *model, int count, const int *columns, const double *weights, double least,
    double most) {
  if (model->rows == model->room) {
    model->room = 2 * model->room + 64;
    model->ends = grown(model->ends, (size_t)model->room, sizeof *model->ends);
    model->least = grown(model->least, (size_t)model->room, sizeof *model->least);
    model->most = grown(model->most, (size_t)model->room, sizeof *model->most);
  }
  if (model->elements + count > model->space) {
    model->space = 2 * model->space + count + 1024;
    model->column = grown(model->column, (size_t)model->space, sizeof *model->column);
    model->weight = grown(model->weight, (size_t)model->space, sizeof *model->weight);
  }
  for (int place = 0; place < count; place++) {
    model->column[model->elements] = columns[place];
    model->weight[model->elements++] = weights == NULL ? 1 : weights[place];
  }
  model->ends[model->rows] = model->elements;
  model->least[model->rows] = least;
  model->most[model->rows++] = most;
}

/// Hands the limits over, column by column.
static Cbc_Model *load(const plan_model *model) {
  size_t columns = (size_t)model->columns;
  CoinBigIndex *starts = calloc(columns + 2, sizeof *starts);
  int *rows = grown(NULL, (size_t)model->elements + 1, sizeof *rows);
  double *weights = grown(NULL, (size_t)model->elements + 1, sizeof *weights);
  double *lower = calloc(columns + 1, sizeof *lower);
  double *upper = grown(NULL, columns + 1, sizeof *upper);
  if (starts == NULL || lower == NULL) abort();
  for (int element = 0; element < model->elements; element++) starts[model->column[element] + 2]++;
  for (size_t column = 0; column < columns; column++) {
    starts[column + 2] += starts[column + 1];
    upper[column] = 1;
  }
  for (int row = 0, element = 0; row < model->rows; row++) {
    for (; element < model->ends[row]; element++) {
      CoinBigIndex place = starts[model->column[element] + 1]++;
      rows[place] = row;
      weights[place] = model->weight[element];
    }
  }
  Cbc_Model *cbc = Cbc_newModel();
  Cbc_setLogLevel(cbc, 0);
  Cbc_loadProblem(
      cbc, model->columns, model->rows, starts, rows, weights, lower, upper, model->worth,
      model->least, model->most);
  for (int column = 0; column < model->columns; column++) Cbc_setInteger(cbc, column);
  free(starts);
  free(rows);
  free(weights);
  free(lower);
  free(upper);
  return cbc;
}

plan_end plan_solve(
    const plan_model *model, double seconds, double known, bool *taken, double *bound) {
  Cbc_Model *cbc = load(model);
  char cutoff[64];
  snprintf(cutoff, sizeof cutoff, "%.1f", -known - 0.5);
  Cbc_setParameter(cbc, "cutoff", cutoff);
  // The relaxation is almost whole here: what large models gain by costs more than it brings.
  static const char *const chosen[][2] = {
      {"timeMode", "elapsed"}, {"preprocess", "off"}, {"heuristics", "off"}, {"cuts", "off"},
      {"strong", "0"}};
  for (size_t place = 0; place < sizeof chosen / sizeof *chosen; place++)
    Cbc_setParameter(cbc, chosen[place][0], chosen[place][1]);
  Cbc_setMaximumSeconds(cbc, seconds);
  Cbc_setAllowableGap(cbc, 0);
  Cbc_solve(cbc);
  const double *values = Cbc_bestSolution(cbc);
  plan_end end = PLAN_OPEN;
  *bound = -Cbc_getBestPossibleObjValue(cbc);
  if (values != NULL) {
    end = Cbc_isProvenOptimal(cbc) ? PLAN_BEST : PLAN_BETTER;
    for (int column = 0; column < model->columns; column++) taken[column] = values[column] > 0.5;
  } else if (Cbc_isProvenInfeasible(cbc)) {
    end = PLAN_NOTHING;
  }
  Cbc_deleteModel(cbc);
  return end;
}

void plan_close(plan_model *model) {
  free(model->worth);
  free(model->ends);
  free(model->least);
  free(model->most);
  free(model->column);
  free(model->weight);
  free(model);
}
