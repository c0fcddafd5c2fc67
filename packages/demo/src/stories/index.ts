import type { PlaygroundPlan } from '../playground.ts';
import { poker } from './poker.ts';
import { retro } from './retro.ts';
import { standup } from './standup.ts';

/** In the words of one language. */
export type Story = (language: 'en' | 'de') => Omit<PlaygroundPlan, 'me'>;

/** What anybody may play without an account. */
export const stories = { retro, poker, standup } satisfies Record<string, Story>;
export type StoryName = keyof typeof stories;

export const isStory = (name: string): name is StoryName => Object.hasOwn(stories, name);
