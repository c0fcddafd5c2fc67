import type { OutcomeTopic } from '@rondo/meeting';

/** What a topic got among these; null: nobody voted, as where the vote was passed over. */
export const votesIn = (topics: readonly OutcomeTopic[], { votes }: OutcomeTopic): number | null =>
  topics.some((each) => each.votes) ? votes : null;
