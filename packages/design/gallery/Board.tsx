import { ArrowRight, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import {
  AvatarStack,
  Button,
  Card,
  CardPile,
  Chip,
  Column,
  FlowRail,
  Hand,
  IconButton,
  Kbd,
  Logo,
  Markdown,
  TextArea,
  TimerRing,
  TypingDots,
  hueStyle,
  type FlowItem,
  type PromptHue,
} from '../src/index.ts';
import styles from './Board.module.css';

const flow: FlowItem[] = [
  { id: '1', label: 'Icebreaker', hue: 'icebreaker', state: 'done', stateLabel: 'done' },
  {
    id: '2',
    label: 'Last time’s promises',
    note: '2 done · 1 kept',
    hue: 'review',
    state: 'done',
    stateLabel: 'done',
  },
  {
    id: '3',
    label: 'Collect',
    note: 'everyone writes, unseen',
    hue: 'collect',
    state: 'now',
    stateLabel: 'now',
    onSelect: () => undefined,
  },
  { id: '4', label: 'Group', hue: 'group', state: 'ahead', stateLabel: 'ahead' },
  {
    id: '5',
    label: 'Vote',
    note: '5 votes each',
    hue: 'vote',
    state: 'ahead',
    stateLabel: 'ahead',
  },
  { id: '6', label: 'Discuss', hue: 'discuss', state: 'skipped', stateLabel: 'skipped' },
  { id: '7', label: 'Wrap up', hue: 'wrap-up', state: 'ahead', stateLabel: 'ahead' },
];

const columns: { title: string; hint: string; hue: PromptHue; count: number }[] = [
  { title: 'Start', hint: 'What would help us that we don’t do yet?', hue: 'moss', count: 7 },
  { title: 'Stop', hint: 'What costs more than it gives?', hue: 'clay', count: 4 },
  { title: 'Continue', hint: 'What should we protect?', hue: 'sky', count: 0 },
];

const people = ['Ada Marlow', 'Jo Kim', 'Lena Sandberg', 'Ravi Okafor', 'Mei', 'Tom', 'Ines', 'Bo'];

/** The collect screen as a sketch: what the parts look like together. */
export function Board() {
  const [column, setColumn] = useState('Stop');
  const [text, setText] = useState('Deploying by hand on Fridays…');
  return (
    <div className={styles.page} style={hueStyle('collect')}>
      <header className={styles.top}>
        <Logo />
        <div className={styles.name}>
          <h1>Sprint 118 retro</h1>
          <p>Start Stop Continue · Platform team</p>
        </div>
        <div className={styles.end}>
          <TimerRing fraction={0.62} time="3:42" label="3 minutes left" hue="collect" />
          <span className={styles.people}>
            <AvatarStack
              label="8 people are here"
              people={people.map((name) => ({ id: name, name, dim: name === 'Mei' }))}
            />
          </span>
          <Button>Invite</Button>
          <Button tone="primary" iconEnd={<ArrowRight aria-hidden="true" />}>
            Reveal and group
          </Button>
        </div>
      </header>
      <div className={styles.flow}>
        <FlowRail label="Flow" items={flow} viewing="3" />
      </div>
      <main className={styles.board}>
        <div className={styles.question}>
          <h2>What should change?</h2>
          <p>Cards stay in people’s hands until they are revealed. No names.</p>
        </div>
        <div className={styles.columns}>
          {columns.map((each) => (
            <Column
              key={each.title}
              {...each}
              count={undefined}
              actions={
                <IconButton
                  size="s"
                  label={`More about ${each.title}`}
                  icon={<Ellipsis aria-hidden="true" />}
                />
              }
            >
              <CardPile
                hue={each.hue}
                count={each.count}
                label={
                  <>
                    {each.count === 0 ? 'No card yet' : `${each.count} cards face down`}
                    {each.hue === 'clay' && <TypingDots label="Somebody is writing" hue="clay" />}
                  </>
                }
              />
              {each.hue === 'moss' && (
                <>
                  <Card hue="moss" footer="Ada Marlow">
                    <Markdown text="Write the release note while the change is **still warm**." />
                  </Card>
                  <Card hue="moss" selected>
                    Pair on the first hour of every bug.
                  </Card>
                </>
              )}
            </Column>
          ))}
        </div>
      </main>
      <div className={styles.hand}>
        <Hand
          title="Your hand"
          note="Only you see this"
          count="3 cards"
          openLabel="Pull up your hand"
          closeLabel="Put your hand down"
        >
          <div className={styles.cards}>
            <Card size="s" hue="moss" footer="Start">
              Write the release note while the change is still warm.
            </Card>
            <Card size="s" hue="sky" footer="Continue">
              Friday demos. They are the best half hour of my week.
            </Card>
            <Card size="s" hue="sky" faceDown backLabel="A card, face down" />
            <div className={styles.draft}>
              <TextArea
                label="New card"
                hideLabel
                bare
                value={text}
                placeholder="What costs more than it gives?"
                onChange={(event) => setText(event.target.value)}
              />
              <div className={styles.pick}>
                {columns.map((each) => (
                  <Chip
                    key={each.title}
                    hue={each.hue}
                    selected={column === each.title}
                    onClick={() => setColumn(each.title)}
                  >
                    {each.title}
                  </Chip>
                ))}
                <span className={styles.keys}>
                  <Kbd>Enter</Kbd> add · <Kbd>Tab</Kbd> column
                </span>
              </div>
            </div>
          </div>
        </Hand>
      </div>
    </div>
  );
}
