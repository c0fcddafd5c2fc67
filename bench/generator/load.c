/* The load generator: reads commands from stdin, one a line, and answers each with one line of JSON.
 *
 *   clients <file> <marker|sequence> <ready mark> <reject mark>
 *                                                 connect them all, wait until each has its first view
 *   run <plan file> <grace ms>                    send each action when it is due, time every receipt
 *   storm <base ms> <cap ms> <timeout ms>         wait until all were lost and are back with a view;
 *                                                 cap 0: retry every base ms, else full jitter
 *   close                                         drop all connections
 */
#define _GNU_SOURCE
#include "load.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

uint16_t port;

uint64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

static double cpu_seconds(void) {
  struct rusage u;
  getrusage(RUSAGE_SELF, &u);
  return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

/* Waits for network events until the moment given, at most; handles few at a time, so that sending stays on time. */
static void pump(uint64_t until) {
  struct epoll_event events[64];
  uint64_t now = now_ns();
  if (next_retry_at < until) until = next_retry_at;
  uint64_t pause = until > now ? until - now : 0;
  struct timespec wait = { (time_t)(pause / 1000000000ull), (long)(pause % 1000000000ull) };
  int n = epoll_pwait2(epoll_fd, events, 64, &wait, NULL);
  for (int i = 0; i < n; i++) {
    client *c = events[i].data.ptr;
    if (c->fd >= 0) clients_on_event(c, events[i].events);
  }
  if (now_ns() < next_retry_at) return;
  next_retry_at = UINT64_MAX;
  now = now_ns();
  for (uint32_t i = 0; i < client_count; i++) {
    client *c = &clients[i];
    if (c->state != WAITING) continue;
    if (c->retry_at <= now) clients_open(c);
    if (c->state == WAITING && c->retry_at < next_retry_at) next_retry_at = c->retry_at;
  }
}

static const char *clean(char *text) {
  for (char *p = text; *p; p++) if (*p == '"' || *p == '\\' || (unsigned char)*p < 32) *p = ' ';
  return text;
}

static void print_counters(void) {
  printf("\"frames\":%lu,\"bytes\":%lu,\"viewBytes\":%lu,\"closed\":%lu,\"closeCode\":%d,\"rejected\":%lu,\"failedUpgrades\":%lu,"
         "\"firstError\":\"%s\",\"firstRejection\":\"%s\"}\n",
         counted.frames, counted.bytes, counted.view_bytes, counted.closed, counted.last_close_code, counted.rejected,
         counted.failed_upgrades, clean(counted.first_error), clean(counted.first_rejection));
  fflush(stdout);
}

static void connect_all(void) {
  const uint32_t at_once = 100;
  uint64_t start = now_ns(), limit = start + 60000000000ull;
  retry = (retry_policy){ .on = true, .base_ms = 200 };
  uint32_t opened = 0;
  while (ready_count < client_count && now_ns() < limit && counted.failed_upgrades < 50) {
    while (opened < client_count && opened - ready_count < at_once) clients_open(&clients[opened++]);
    pump(now_ns() + 10000000);
  }
  retry.on = false;
  printf("{\"ready\":%u,\"clients\":%u,\"ms\":%.1f,", ready_count, client_count, (double)(now_ns() - start) / 1e6);
  print_counters();
}

static void run(const char *path, uint64_t grace_ms) {
  if (!receipts_load(path)) { printf("{\"error\":\"cannot read plan\"}\n"); fflush(stdout); return; }
  memset(&counted, 0, sizeof counted);
  static histogram lateness;
  histogram_clear(&lateness);
  uint64_t start = now_ns() + 20000000ull;
  receipts_start(start);
  double cpu = cpu_seconds();
  uint32_t next = 0;
  uint64_t last_due = action_count ? actions[action_count - 1].due_ns : start, end = last_due + grace_ms * 1000000ull;
  double cpu_sending = 0;
  while (next < action_count || (receipts_complete() < action_count && now_ns() < end)) {
    uint64_t now = now_ns();
    if (now > end && next == action_count) break;
    while (next < action_count && actions[next].due_ns <= now) {
      action *a = &actions[next++];
      histogram_add(&lateness, (now - a->due_ns) / 1000);
      clients_send(&clients[a->client], a->frame, a->length);
      if (next % 16 == 0) now = now_ns();
    }
    if (next == action_count && !cpu_sending) cpu_sending = (cpu_seconds() - cpu) / ((double)(now_ns() - start) / 1e9);
    pump(next < action_count ? actions[next].due_ns : end);
  }
  double wall = (double)(now_ns() - start) / 1e9;
  printf("{\"planned\":%u,\"sent\":%u,\"expected\":%lu,\"received\":%lu,\"doubled\":%lu,\"missed\":%lu,\"refused\":%lu,\"complete\":%u,", action_count, next,
         (uint64_t)action_count * people, received, doubled, missed, refused, receipts_complete());
  printf("\"seconds\":%.3f,\"cpuShare\":%.3f,\"sendingCpuShare\":%.3f,\"lateP99Us\":%lu,", wall, (cpu_seconds() - cpu) / wall,
         cpu_sending, histogram_quantile(&lateness, 0.99));
  printf("\"p50Us\":%lu,\"p95Us\":%lu,\"p99Us\":%lu,\"maxUs\":%lu,\"lastP50Us\":%lu,\"lastP99Us\":%lu,", histogram_quantile(&per_receipt, 0.5),
         histogram_quantile(&per_receipt, 0.95), histogram_quantile(&per_receipt, 0.99), per_receipt.max,
         histogram_quantile(&last_receipt, 0.5), histogram_quantile(&last_receipt, 0.99));
  print_counters();
}

static void storm(uint32_t base_ms, uint32_t cap_ms, uint64_t timeout_ms) {
  static histogram back;
  histogram_clear(&back);
  memset(&counted, 0, sizeof counted);
  first_loss_at = 0;
  retry = (retry_policy){ .on = true, .base_ms = base_ms, .cap_ms = cap_ms, .jitter = cap_ms > 0 };
  for (uint32_t i = 0; i < client_count; i++) clients[i].ready_at = 0;
  printf("{\"armed\":true}\n");
  fflush(stdout);
  uint64_t limit = now_ns() + timeout_ms * 1000000ull;
  while (now_ns() < limit && (!first_loss_at || counted.closed < client_count || ready_count < client_count)) pump(now_ns() + 10000000);
  retry.on = false;
  next_retry_at = UINT64_MAX;
  uint64_t last = 0;
  for (uint32_t i = 0; i < client_count; i++) {
    if (clients[i].state != READY || clients[i].ready_at < first_loss_at) continue;
    histogram_add(&back, (clients[i].ready_at - first_loss_at) / 1000);
    if (clients[i].ready_at > last) last = clients[i].ready_at;
  }
  printf("{\"back\":%lu,\"clients\":%u,\"allMs\":%.1f,\"medianMs\":%.1f,\"p99Ms\":%.1f,", back.count, client_count,
         last ? (double)(last - first_loss_at) / 1e6 : -1, (double)histogram_quantile(&back, 0.5) / 1e3,
         (double)histogram_quantile(&back, 0.99) / 1e3);
  print_counters();
}

int main(int count, char **arguments) {
  if (count < 2) { fprintf(stderr, "usage: load <port>\n"); return 2; }
  port = (uint16_t)atoi(arguments[1]);
  srand((unsigned)now_ns());
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  epoll_fd = epoll_create1(EPOLL_CLOEXEC);
  static char line[2048], path[1024], kind[16];
  size_t length = 0;
  fcntl(0, F_SETFL, O_NONBLOCK);
  for (;;) {
    /* Between commands the clients go on living: they answer pings and notice a close. */
    ssize_t n = read(0, line + length, 1);
    if (n == 0) return 0;
    if (n < 0) { pump(now_ns() + 5000000); continue; }
    if (line[length] != '\n') { if (length < sizeof line - 2) length++; continue; }
    line[length] = 0;
    length = 0;
    unsigned a, b, d;
    if (sscanf(line, "clients %1023s %15s %63s %63s", path, kind, ready_mark, reject_mark) == 4) {
      by_sequence = !strcmp(kind, "sequence");
      if (clients_load(path)) connect_all();
      else { printf("{\"error\":\"cannot read clients\"}\n"); fflush(stdout); }
    } else if (sscanf(line, "run %1023s %u", path, &a) == 2) run(path, a);
    else if (sscanf(line, "storm %u %u %u", &a, &b, &d) == 3) storm(a, b, d);
    else if (!strcmp(line, "close")) {
      for (uint32_t i = 0; i < client_count; i++) clients_drop(&clients[i]);
      printf("{\"closed\":true}\n");
      fflush(stdout);
    } else { printf("{\"error\":\"unknown command\"}\n"); fflush(stdout); }
  }
}
