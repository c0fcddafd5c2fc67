// What each number means and where it should be: the words and goals of the table.
export interface Goal {
  readonly says: string;
  /** `at most` or `at least` this. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly later?: number;
}

export const goals: Readonly<Record<string, Goal>> = {
  throughput_vs_raw_100x10: {
    says: 'actions/s held ÷ raw, 100 meetings × 10',
    atLeast: 0.8,
    later: 1.2,
  },
  throughput_vs_raw_20x50: { says: 'actions/s held ÷ raw, 20 meetings × 50', atLeast: 3, later: 5 },
  throughput_vs_raw_1x500: {
    says: 'actions/s held ÷ raw, 1 meeting × 500',
    atLeast: 10,
    later: 20,
  },
  throughput_vs_coalesced_100x10: {
    says: 'actions/s held ÷ coalesced, 100 × 10',
    atLeast: 0.3,
    later: 0.5,
  },
  latency_p99_vs_group_commit: {
    says: 'send → last receipt, p99, at 100 actions/s ÷ group commit',
    atMost: 2,
  },
  rss_per_connection_vs_raw: {
    says: 'memory per idle connection ÷ raw, 5,000 in 500 meetings',
    atMost: 2,
  },
  resync_5000_vs_raw: { says: '5,000 clients whole again after SIGKILL ÷ raw', atMost: 2 },
  two_nodes_vs_one: { says: 'what two processes hold ÷ what one does', atLeast: 1.5 },
  two_nodes_sharing_meetings_vs_one: { says: '… half of each meeting’s people at each' },
  growth: { says: 'server CPU per delivered frame, largest ÷ smallest', atMost: 1.3 },
  growth_meetings: { says: '… 1,000 meetings ÷ 10', atMost: 1.3 },
  growth_people: { says: '… 500 people ÷ 10', atMost: 1.3 },
  command_cost_us: { says: 'CPU per command without I/O, 300 cards, 50 people (µs)', atMost: 30 },
  full_view_bytes: { says: 'first view of 400 cards on the wire (bytes)', atMost: 20_000 },
  resync_backoff_max_ms: {
    says: 'last of 5,000 clients back, with our own back-off (ms)',
    atMost: 5_000,
  },
  js_until_first_card_bytes: {
    says: 'compressed JavaScript until a guest can type the first card (bytes)',
    atMost: 150_000,
  },
  phase_chunk_max_bytes: { says: 'largest chunk of one more phase (bytes)', atMost: 25_000 },
  link_to_first_card_ms: { says: 'link opened → first card typed, on a phone (ms)', atMost: 3_000 },
  own_action_to_screen_ms: {
    says: 'own action → screen, 400 cards, 50 people, on a phone (ms)',
    atMost: 16,
  },
  drag_longest_task_ms: {
    says: 'longest task while dragging over 400 cards, on a phone (ms)',
    atMost: 50,
  },
  fresh_clone_ms: { says: 'fresh clone, `npm start` → page answers (ms)', atMost: 15_000 },
  second_start_ms: { says: 'second start → ready (ms)', atMost: 1_500 },
  rss_at_rest_bytes: { says: 'server memory at rest (bytes)', atMost: 250_000_000 },
  production_dependencies: { says: 'direct production dependencies', atMost: 45 },
};

export function reaches(goal: Goal, value: number): boolean {
  if (goal.atLeast !== undefined) return value >= goal.atLeast;
  return goal.atMost === undefined || value <= goal.atMost;
}
