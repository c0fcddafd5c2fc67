#include "load.h"
#include <string.h>

void histogram_clear(histogram *h) { memset(h, 0, sizeof *h); }

static unsigned step_of(uint64_t us) {
  if (us < 256) return (unsigned)us;
  unsigned shift = (unsigned)(63 - __builtin_clzll(us)) - 7;
  return shift * 128 + (unsigned)(us >> shift);
}

static uint64_t value_of(unsigned step) {
  if (step < 256) return step;
  unsigned shift = step / 128 - 1;
  return ((uint64_t)(step - shift * 128) << shift) + ((1ull << shift) >> 1);
}

void histogram_add(histogram *h, uint64_t us) {
  if (us > 1000000000ull) us = 1000000000ull;
  h->at[step_of(us)]++;
  h->count++;
  if (us > h->max) h->max = us;
}

uint64_t histogram_quantile(const histogram *h, double q) {
  uint64_t wanted = (uint64_t)(q * (double)h->count), seen = 0;
  for (unsigned i = 0; i < sizeof h->at / sizeof *h->at; i++) {
    seen += h->at[i];
    if (seen > wanted) return value_of(i);
  }
  return h->max;
}
