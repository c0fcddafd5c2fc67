/* The plan of actions, and the book of which action has reached which participant when. */
#include "load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

action *actions;
uint32_t action_count;
histogram per_receipt, last_receipt;
uint64_t received, doubled, missed, refused;
bool by_sequence;

static uint8_t *plan;              /* the file, kept: frames point into it */
static uint64_t first_number;      /* numbers below belong to an earlier run and are ignored */
static uint64_t *seen;             /* one bit per action and seat */
static uint32_t seen_words, *reached;
static uint32_t complete;

/* The file: u64 number of the first action, u32 actions, then per action u32 due (us), u32 client,
   u32 number among its client's commands, u32 length and a finished client frame. Little endian, written by plan.ts. */
bool receipts_load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return false;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  free(plan);
  plan = malloc(size);
  bool whole = plan && fread(plan, 1, size, file) == size;
  fclose(file);
  if (!whole || size < 12) return false;
  memcpy(&first_number, plan, 8);
  memcpy(&action_count, plan + 8, 4);
  free(actions);
  actions = calloc(action_count + 1, sizeof *actions);
  const uint8_t *at = plan + 12;
  for (uint32_t i = 0; i < action_count; i++) {
    uint32_t head[4];
    memcpy(head, at, 16);
    actions[i] = (action){ .due_ns = head[0] * 1000ull, .client = head[1], .command = head[2], .length = head[3],
                           .next_of_client = NONE, .next_of_entry = NONE, .frame = at + 16 };
    at += 16 + head[3];
  }
  seen_words = (people + 63) / 64;
  free(seen);
  free(reached);
  seen = calloc((size_t)action_count * seen_words + 1, 8);
  reached = calloc(action_count + 1, sizeof *reached);
  return actions && seen && reached && (!by_sequence || sequence_start());
}

void receipts_start(uint64_t start_ns) {
  for (uint32_t i = 0; i < action_count; i++) actions[i].due_ns += start_ns;
  histogram_clear(&per_receipt);
  histogram_clear(&last_receipt);
  received = doubled = missed = refused = 0;
  complete = 0;
}

uint32_t receipts_complete(void) { return complete; }

void arrived(const client *c, uint32_t i, uint64_t at) {
  uint64_t *word = &seen[(size_t)i * seen_words + c->seat / 64], bit = 1ull << (c->seat % 64);
  if (*word & bit) { doubled++; return; }
  *word |= bit;
  received++;
  uint64_t us = at > actions[i].due_ns ? (at - actions[i].due_ns) / 1000 : 0;
  histogram_add(&per_receipt, us);
  if (++reached[i] == people) { complete++; histogram_add(&last_receipt, us); }
}

static void scan_markers(const client *c, const uint8_t *text, size_t length, uint64_t at) {
  const uint8_t *end = text + length;
  while ((text = memchr(text, '~', (size_t)(end - text)))) {
    const uint8_t *digit = ++text;
    uint64_t number = 0;
    while (digit < end && *digit >= '0' && *digit <= '9') number = number * 10 + (*digit++ - '0');
    if (digit > text && digit < end && *digit == '~') {
      text = digit + 1;
      uint64_t index = number - first_number;
      if (number >= first_number && index < action_count && clients[actions[index].client].meeting == c->meeting)
        arrived(c, (uint32_t)index, at);
    }
    if (text >= end) return;
  }
}

void receipts_take(client *c, const uint8_t *text, size_t length, uint64_t at) {
  if (by_sequence) sequence_take(c, text, length, at);
  else scan_markers(c, text, length, at);
}
