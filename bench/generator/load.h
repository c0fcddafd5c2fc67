/* What the parts of the load generator share. One thread, one epoll, no allocation per frame. */
#ifndef LOAD_H
#define LOAD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- time: nanoseconds of the monotonic clock ---- */
uint64_t now_ns(void);

/* ---- histogram of microseconds; 128 steps per power of two, so less than 0.8 % wrong ---- */
typedef struct { uint64_t count, max, at[128 * 40]; } histogram;
void histogram_clear(histogram *h);
void histogram_add(histogram *h, uint64_t us);
uint64_t histogram_quantile(const histogram *h, double q);

/* ---- clients ---- */
enum state { OFF, WAITING, CONNECTING, UPGRADING, JOINING, READY };
typedef struct {
  int fd;
  enum state state;
  uint32_t meeting, seat;          /* seat: 0..people-1 within the meeting */
  char *request, *hello;           /* the upgrade request; a whole frame to send after it */
  uint32_t request_length, hello_length;
  uint8_t *in, *out;               /* bytes of an unfinished frame; bytes the kernel did not take */
  size_t in_length, in_size, out_length, out_size;
  uint64_t retry_at, ready_at;
  uint32_t attempts;
  uint64_t last_entry;             /* of the meeting's log, on this connection; to see gaps and doubles */
} client;

typedef struct {
  uint64_t frames, bytes, view_bytes, closed, rejected, failed_upgrades;
  int last_close_code;
  char first_error[200], first_rejection[300];
} counters;

extern client *clients;            /* those of one meeting stand together, by seat */
extern uint32_t client_count, ready_count, meeting_count, people;
extern counters counted;
extern int epoll_fd;

bool clients_load(const char *path);
void clients_open(client *c);
void clients_drop(client *c);
void clients_on_event(client *c, uint32_t events);
void clients_send(client *c, const uint8_t *frame, size_t length);

/* Marks that tell frames apart, set once: part of the first full view, part of a refusal. */
extern char ready_mark[64], reject_mark[64];

/* When a client loses its connection: fixed pause, or full jitter up to cap, doubling from base. */
typedef struct { bool on; uint32_t base_ms, cap_ms; bool jitter; } retry_policy;
extern retry_policy retry;
extern uint64_t next_retry_at, first_loss_at;

/* ---- receipts: which action has reached whom, and when ---- */
typedef struct {
  uint64_t due_ns;
  uint32_t client, length;
  uint32_t command;                /* its number among the commands of its client, from 1 */
  uint32_t next_of_client, next_of_entry; /* lists by index; NONE ends them */
  const uint8_t *frame;
} action;
#define NONE UINT32_MAX
extern action *actions;
extern uint32_t action_count;
extern histogram per_receipt, last_receipt;
extern uint64_t received, doubled, missed, refused;

bool receipts_load(const char *path);
void receipts_start(uint64_t start_ns);
void receipts_take(client *c, const uint8_t *text, size_t length, uint64_t at);
void arrived(const client *c, uint32_t index, uint64_t at);
uint32_t receipts_complete(void);

/* How an action is recognised at its receivers. `marker`: its text carries ~number~. `sequence`: a
   patch carries the number of the log's entry, s, and the copy for the sender the number of the last
   command that entry answers, n; whoever holds entry s has all actions of entry s. Needed where an
   action has no text or is visible to its sender alone, as a vote is. */
extern bool by_sequence;
bool sequence_start(void);
void sequence_joined(client *c, const uint8_t *view, size_t length);
void sequence_take(client *c, const uint8_t *text, size_t length, uint64_t at);
#endif
