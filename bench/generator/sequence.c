/* Recognises actions by the numbers of the log's entries (see load.h). */
#define _GNU_SOURCE
#include "load.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One entry of one meeting: its actions, once the senders have been told, and who got it when. */
typedef struct { uint32_t first_action; uint64_t *at; } entry;
typedef struct { uint64_t base; uint32_t count, size; entry *entries; } meeting_log;

static meeting_log *logs;
static uint32_t *unanswered;       /* per client its oldest action without an answer */
static uint64_t *bump;             /* receipt times come from big blocks, freed with the run */
static size_t bump_left;
static void **blocks;
static uint32_t block_count;

static uint64_t *times(void) {
  if (bump_left < people) {
    bump_left = people > 65536 ? people : 65536;
    bump = calloc(bump_left, 8);
    blocks = realloc(blocks, (block_count + 1) * sizeof *blocks);
    blocks[block_count++] = bump;
  }
  uint64_t *taken = bump;
  bump += people;
  bump_left -= people;
  return taken;
}

bool sequence_start(void) {
  if (!logs) {
    logs = calloc(meeting_count, sizeof *logs);
    unanswered = malloc(client_count * sizeof *unanswered);
  }
  for (uint32_t i = 0; i < block_count; i++) free(blocks[i]);
  block_count = 0;
  bump_left = 0;
  for (uint32_t i = 0; i < meeting_count; i++) { logs[i].count = 0; logs[i].base = 0; }
  memset(unanswered, 0xff, client_count * sizeof *unanswered);
  for (uint32_t i = action_count; i-- > 0;) {
    actions[i].next_of_client = unanswered[actions[i].client];
    unanswered[actions[i].client] = i;
  }
  return true;
}

static entry *entry_of(client *c, uint64_t s) {
  meeting_log *log = &logs[c->meeting];
  /* Nobody can be behind by more than this when a run begins; what is older belongs to an earlier one. */
  if (!log->base) log->base = s > 64 ? s - 64 : 1;
  if (s < log->base) return NULL;
  uint64_t index = s - log->base;
  if (index >= log->size) {
    log->size = (uint32_t)index * 2 + 256;
    log->entries = realloc(log->entries, log->size * sizeof *log->entries);
  }
  while (log->count <= index) log->entries[log->count++] = (entry){ NONE, times() };
  return &log->entries[index];
}

static void has_entry(client *c, uint64_t s, uint64_t at) {
  entry *e = entry_of(c, s);
  if (!e || e->at[c->seat]) return;
  e->at[c->seat] = at;
  for (uint32_t i = e->first_action; i != NONE; i = actions[i].next_of_entry) arrived(c, i, at);
}

static bool ends_with(const uint8_t *text, size_t length, const char *end) {
  size_t size = strlen(end);
  return length >= size && !memcmp(text + length - size, end, size);
}

/* The number behind `key` in the first bytes. Rondo writes the entry's number in front. */
static bool number_after(const uint8_t *text, size_t length, const char *key, uint64_t *value) {
  const uint8_t *at = memmem(text, length < 60 ? length : 60, key, strlen(key));
  if (!at) return false;
  *value = 0;
  for (at += strlen(key); at < text + length && *at >= '0' && *at <= '9'; at++) *value = *value * 10 + (*at - '0');
  return true;
}

/* What only its reader gets stands at the end: `,"n":5}` or `,"n":5,"no":{"4":"full"}}`. Looked at
   from there, because people's words and cards may hold the same letters. */
static bool read_answer(const uint8_t *text, size_t length, uint64_t *n, const uint8_t **no, size_t *no_length) {
  if (!length || text[length - 1] != '}') return false;
  *no = NULL;
  length--;
  if (length && text[length - 1] == '}') {
    const uint8_t *open = memrchr(text, '{', length);
    size_t before = open ? (size_t)(open - text) : 0;
    if (!ends_with(text, before, ",\"no\":")) return false;
    *no = open;
    *no_length = length - before;
    length = before - strlen(",\"no\":");
  }
  size_t end = length;
  while (length && text[length - 1] >= '0' && text[length - 1] <= '9') length--;
  if (length == end || !ends_with(text, length, ",\"n\":")) return false;
  *n = 0;
  for (size_t i = length; i < end; i++) *n = *n * 10 + (text[i] - '0');
  return true;
}

static bool is_refused(uint32_t command, const uint8_t *no, size_t length) {
  char key[16];
  int size = snprintf(key, sizeof key, "\"%u\":", command);
  return no && memmem(no, length, key, (size_t)size);
}

/* Client c has learnt in entry s that its commands up to n are answered, the ones listed in `no` by a refusal. */
static void answered(client *c, uint64_t s, uint64_t n, const uint8_t *no, size_t no_length) {
  uint32_t *oldest = &unanswered[c - clients];
  entry *e = entry_of(c, s);
  while (*oldest != NONE && actions[*oldest].command <= n) {
    uint32_t i = *oldest;
    *oldest = actions[i].next_of_client;
    if (is_refused(actions[i].command, no, no_length) && !refused++)
      snprintf(counted.first_rejection, sizeof counted.first_rejection, "%.*s", (int)(no_length < 290 ? no_length : 290), no);
    if (!e) continue;
    actions[i].next_of_entry = e->first_action;
    e->first_action = i;
    const client *first = c - c->seat;
    for (uint32_t seat = 0; seat < people; seat++) if (e->at[seat]) arrived(first + seat, i, e->at[seat]);
  }
}

void sequence_take(client *c, const uint8_t *text, size_t length, uint64_t at) {
  size_t head = length < 60 ? length : 60;
  uint64_t s, n, *last = &c->last_entry;
  bool is_view = memmem(text, head, ready_mark, strlen(ready_mark)) != NULL;
  if (!is_view && !memmem(text, head, "\"t\":\"p\"", 7)) return;
  if (!number_after(text, length, "\"s\":", &s)) return;
  /* The same entry again without content only carries an answer: a command that could not be taken now. */
  bool is_answer = s == *last && !memmem(text, head, "\"b\":", 4) && !memmem(text, head, "\"h\":", 4);
  if (*last && s <= *last && !is_answer) { doubled++; return; }
  if (*last && s > *last + 1 && !is_view) missed += s - *last - 1;
  /* A whole view stands for every entry up to it. */
  if (is_view && *last) for (uint64_t before = *last + 1; before < s; before++) has_entry(c, before, at);
  *last = s;
  if (!is_answer) has_entry(c, s, at);
  const uint8_t *no;
  size_t no_length = 0;
  if (!read_answer(text, length, &n, &no, &no_length)) return;
  if (is_answer && no) refused++;
  else answered(c, s, n, no, no_length);
}

void sequence_joined(client *c, const uint8_t *view, size_t length) {
  c->last_entry = 0;
  number_after(view, length, "\"s\":", &c->last_entry);
}
