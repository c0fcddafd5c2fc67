/* WebSocket clients: connect, upgrade, say hello, cut the stream into frames, try again when lost. */
#define _GNU_SOURCE
#include "load.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

client *clients;
uint32_t client_count, ready_count, meeting_count, people;
counters counted;
int epoll_fd;
char ready_mark[64], reject_mark[64];
retry_policy retry;
uint64_t next_retry_at = UINT64_MAX, first_loss_at;
extern uint16_t port;

static uint8_t incoming[1 << 20];

/* The file: u32 clients, u32 meetings, u32 people; per client u32 meeting, then request and hello, each u32 length and bytes. */
bool clients_load(const char *path) {
  FILE *file = fopen(path, "rb");
  uint32_t head[3];
  if (!file || fread(head, 4, 3, file) != 3) return false;
  client_count = head[0]; meeting_count = head[1]; people = head[2];
  clients = calloc(client_count, sizeof *clients);
  uint32_t *seats = calloc(meeting_count, sizeof *seats);
  for (uint32_t i = 0; i < client_count; i++) {
    client *c = &clients[i];
    c->fd = -1;
    if (fread(&c->meeting, 4, 1, file) != 1 || fread(&c->request_length, 4, 1, file) != 1) return false;
    c->request = malloc(c->request_length);
    if (fread(c->request, 1, c->request_length, file) != c->request_length) return false;
    if (fread(&c->hello_length, 4, 1, file) != 1) return false;
    c->hello = malloc(c->hello_length + 1);
    if (fread(c->hello, 1, c->hello_length, file) != c->hello_length) return false;
    c->seat = seats[c->meeting]++;
  }
  free(seats);
  fclose(file);
  return true;
}

void clients_drop(client *c) {
  if (c->state == READY) ready_count--;
  if (c->fd >= 0) {
    /* A reset instead of a wait state: thousands of reconnects would use up the local ports. */
    struct linger now = { 1, 0 };
    setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close(c->fd);
  }
  c->fd = -1;
  c->state = OFF;
  c->in_length = c->out_length = 0;
}

static void lost(client *c) {
  bool was_ready = c->state == READY;
  if (c->state == UPGRADING || c->state == JOINING) {
    const char *when = c->state == UPGRADING ? "upgrade" : "view";
    snprintf(counted.first_error, sizeof counted.first_error, "lost before the %s, close code %d", when, counted.last_close_code);
  }
  clients_drop(c);
  if (was_ready) counted.closed++;
  if (!retry.on) return;
  uint64_t now = now_ns();
  if (was_ready) { c->attempts = 0; if (!first_loss_at) first_loss_at = now; }
  uint64_t pause = (uint64_t)retry.base_ms * 1000000;
  if (retry.jitter) {
    uint64_t cap = (uint64_t)retry.base_ms << (c->attempts < 16 ? c->attempts : 16);
    if (cap > retry.cap_ms) cap = retry.cap_ms;
    pause = (uint64_t)((double)cap * 1e6 * ((double)rand() / RAND_MAX));
  }
  c->attempts++;
  c->state = WAITING;
  c->retry_at = now + pause;
  if (c->retry_at < next_retry_at) next_retry_at = c->retry_at;
}

static void watch(client *c, int operation, uint32_t events) {
  struct epoll_event event = { .events = events, .data.ptr = c };
  epoll_ctl(epoll_fd, operation, c->fd, &event);
}

void clients_open(client *c) {
  c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (c->fd < 0) { snprintf(counted.first_error, sizeof counted.first_error, "socket: %s", strerror(errno)); return; }
  int on = 1;
  setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  c->state = CONNECTING;
  if (connect(c->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) { lost(c); return; }
  watch(c, EPOLL_CTL_ADD, EPOLLIN | EPOLLOUT);
}

void clients_send(client *c, const uint8_t *frame, size_t length) {
  if (c->fd < 0) return;
  size_t sent = 0;
  if (!c->out_length) {
    ssize_t n = send(c->fd, frame, length, MSG_NOSIGNAL);
    if (n > 0) sent = (size_t)n;
    else if (n < 0 && errno != EAGAIN) { lost(c); return; }
  }
  if (sent == length) return;
  if (c->out_length + length - sent > c->out_size) {
    c->out_size = (c->out_length + length - sent) * 2;
    c->out = realloc(c->out, c->out_size);
  }
  memcpy(c->out + c->out_length, frame + sent, length - sent);
  c->out_length += length - sent;
  watch(c, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
}

static void flush(client *c) {
  ssize_t n = send(c->fd, c->out, c->out_length, MSG_NOSIGNAL);
  if (n < 0) { if (errno != EAGAIN) lost(c); return; }
  memmove(c->out, c->out + n, c->out_length - (size_t)n);
  c->out_length -= (size_t)n;
  if (!c->out_length) watch(c, EPOLL_CTL_MOD, EPOLLIN);
}

static bool contains(const uint8_t *text, size_t length, const char *mark) {
  return *mark && memmem(text, length < 400 ? length : 400, mark, strlen(mark));
}

static void on_frame(client *c, unsigned opcode, const uint8_t *payload, size_t length, uint64_t at) {
  if (opcode == 9) {
    uint8_t pong[6 + 125] = { 0x8a, (uint8_t)(0x80 | length) };
    if (length <= 125) { memcpy(pong + 6, payload, length); clients_send(c, pong, 6 + length); }
    return;
  }
  if (opcode == 8) {
    if (length >= 2) counted.last_close_code = payload[0] << 8 | payload[1];
    return;
  }
  counted.frames++;
  counted.bytes += length;
  if (c->state == JOINING && contains(payload, length, ready_mark)) {
    c->state = READY;
    c->ready_at = at;
    ready_count++;
    counted.view_bytes += length;
    if (by_sequence) sequence_joined(c, payload, length);
    return;
  }
  if (contains(payload, length, reject_mark)) {
    if (!counted.rejected++) snprintf(counted.first_rejection, sizeof counted.first_rejection, "%.*s", (int)length, payload);
    return;
  }
  receipts_take(c, payload, length, at);
}

/* Handles every whole frame in [data, data + length) and returns how many bytes they took. */
static size_t take_frames(client *c, const uint8_t *data, size_t length, uint64_t at) {
  size_t used = 0;
  while (length - used >= 2 && c->fd >= 0) {
    const uint8_t *head = data + used;
    size_t size = head[1] & 0x7f, offset = 2;
    if (size == 126) {
      if (length - used < 4) break;
      size = (size_t)head[2] << 8 | head[3];
      offset = 4;
    } else if (size == 127) {
      if (length - used < 10) break;
      size = 0;
      for (int i = 2; i < 10; i++) size = size << 8 | head[i];
      offset = 10;
    }
    if (length - used < offset + size) break;
    on_frame(c, head[0] & 0x0f, head + offset, size, at);
    used += offset + size;
  }
  return used;
}

static size_t take_upgrade(client *c, const uint8_t *data, size_t length) {
  const uint8_t *end = memmem(data, length, "\r\n\r\n", 4);
  if (!end) return 0;
  if (memcmp(data, "HTTP/1.1 101", 12) != 0) {
    if (!counted.failed_upgrades++) snprintf(counted.first_error, sizeof counted.first_error, "%.*s", (int)(length < 180 ? length : 180), data);
    lost(c);
    return length;
  }
  c->state = JOINING;
  if (c->hello_length) clients_send(c, (uint8_t *)c->hello, c->hello_length);
  return (size_t)(end - data) + 4;
}

static void receive(client *c) {
  if (c->in_length) memcpy(incoming, c->in, c->in_length);
  ssize_t n = recv(c->fd, incoming + c->in_length, sizeof incoming - c->in_length, 0);
  if (n < 0 && errno == EAGAIN) return;
  if (n <= 0) { lost(c); return; }
  uint64_t at = now_ns();
  size_t length = c->in_length + (size_t)n, used = 0;
  c->in_length = 0;
  if (c->state == UPGRADING) used = take_upgrade(c, incoming, length);
  if (c->fd >= 0 && c->state >= JOINING) used += take_frames(c, incoming + used, length - used, at);
  if (c->fd < 0 || used >= length) return;
  size_t rest = length - used;
  if (rest > c->in_size) { c->in_size = rest * 2; c->in = realloc(c->in, c->in_size); }
  memcpy(c->in, incoming + used, rest);
  c->in_length = rest;
}

void clients_on_event(client *c, uint32_t events) {
  if (c->state == CONNECTING) {
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error || (events & (EPOLLERR | EPOLLHUP))) { lost(c); return; }
    c->state = UPGRADING;
    watch(c, EPOLL_CTL_MOD, EPOLLIN);
    clients_send(c, (uint8_t *)c->request, c->request_length);
    return;
  }
  if (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(c);
  if (c->fd >= 0 && c->out_length && (events & EPOLLOUT)) flush(c);
}
