import { useState } from 'react';
import {
  Avatar,
  AvatarStack,
  Badge,
  Button,
  Card,
  EmptyState,
  FlowRail,
  Kbd,
  LinkButton,
  Logo,
  Markdown,
  MarkdownSpan,
  Progress,
  Ring,
  Skeleton,
  Spinner,
  Stat,
  Table,
  TextArea,
  TextField,
  TimerRing,
  Votes,
  phaseHues,
  promptHues,
  type FlowItem,
} from '../src/index.ts';
import { Page, Row, Section } from './Section.tsx';

const markdown = `**Deploying by hand** on Fridays costs us *the weekend*: see [the log](https://example.org/log).

- \`make release\` takes 40 minutes
- nobody dares to stop it

1. Write it down
2. Let the machine do it`;

/** Right to left, left to right, and a list: each by its own script. */
const mixed = `אני אוהב **Rondo**, באמת!
And *this* goes on in English.

- ראשון, עם \`make()\`
- שני.`;

const states = ['done', 'done', 'now', 'ahead', 'skipped', 'ahead'] as const;

const steps: FlowItem[] = ['Warm up', 'Collect', 'Group', 'Vote', 'Discuss', 'Wrap up'].map(
  (label, index) => ({
    id: label,
    label,
    hue: (['icebreaker', 'collect', 'group', 'vote', 'discuss', 'wrap-up'] as const)[index],
    state: states[index] ?? 'ahead',
    stateLabel: states[index] ?? 'ahead',
    onSelect: () => undefined,
  }),
);

export function Words() {
  const [isDown, setDown] = useState(true);
  return (
    <Page title="Words and standing">
      <Section title="Mark">
        <Row>
          <Logo size={44} />
          <Logo />
          <Logo word={false} size={22} />
        </Row>
      </Section>
      <Section title="Cards">
        <Row>
          <Card hue="moss" footer="Start" style={{ width: '16rem' }}>
            Write the release note while the change is still warm.
          </Card>
          <Card hue="clay" size="s" style={{ width: '14rem' }} footer="Ada Marlow" muted>
            What costs more than it gives?
          </Card>
          <Card
            hue="plum"
            style={{ width: '14rem' }}
            faceDown={isDown}
            backLabel="A card, face down"
          >
            Turned over.
          </Card>
          <Button onClick={() => setDown(!isDown)}>Turn over</Button>
        </Row>
        <Card hue="sky" size="l">
          <Markdown text={markdown} />
        </Card>
      </Section>
      <Section title="Scripts">
        <div id="scripts" style={{ maxWidth: '24rem' }}>
          <Card hue="sky">
            <Markdown text={mixed} />
          </Card>
          <h3>ישיבת צוות (QA).</h3>
          <LinkButton>
            <MarkdownSpan text="לכתוב: **tests**!" />
          </LinkButton>
          <TextField label="Name" defaultValue="דנה (QA)." />
          <TextArea label="Words" defaultValue={'شكرا Rondo!\nThank you.'} />
        </div>
      </Section>
      <Section title="People">
        <Row>
          {['Ada Marlow', 'Jo', 'Łukasz Żak', '李 雷', 'René d’Arc', 'X Æ'].map((name) => (
            <Avatar key={name} name={name} size={44} />
          ))}
          <Avatar name="Away Person" dim />
          <AvatarStack
            label="7 people"
            people={['A B', 'C D', 'E F', 'G H', 'I J', 'K L', 'M N'].map((name) => ({
              id: name,
              name,
            }))}
          />
        </Row>
      </Section>
      <Section title="Hues">
        <Row>
          {[...phaseHues, ...promptHues].map((hue) => (
            <Badge key={hue} hue={hue}>
              {hue}
            </Badge>
          ))}
        </Row>
        <Row>
          <Badge>draft</Badge>
          <Badge tone="ok">done</Badge>
          <Badge tone="warn">late</Badge>
          <Badge tone="danger">blocked</Badge>
          <Badge tone="info">new</Badge>
        </Row>
      </Section>
      <Section title="Flow">
        <FlowRail label="Flow" items={steps} viewing="Group" layout="horizontal" />
        <FlowRail label="Flow, upright" items={steps} viewing="Discuss" layout="vertical" />
        <Row>
          {(['ahead', 'now', 'done', 'skipped'] as const).map((state) => (
            <Ring key={state} state={state} hue="group" size={34} />
          ))}
        </Row>
      </Section>
      <Section title="Standing">
        <Row>
          <TimerRing fraction={0.7} time="3:42" label="3 minutes left" hue="collect" />
          <TimerRing fraction={0.1} time="0:21" label="21 seconds left" hue="vote" paused />
          <TimerRing fraction={0} time="−1:05" label="a minute over" over />
          <Votes spent={3} total={5} label="3 of 5 votes spent" hue="vote" />
          <Votes spent={9} total={20} label="9 of 20 votes spent" hue="vote" />
          <Spinner label="Loading" now />
          <Kbd>Enter</Kbd>
        </Row>
        <div style={{ width: '20rem' }}>
          <Progress label="Ready" note="6 of 8" value={6} max={8} hue="vote" />
        </div>
        <Row>
          <Stat label="cards" value={24} hue="collect" />
          <Stat label="worth the time" value="4.6" note="of 5" hue="wrap-up" />
        </Row>
        <div style={{ width: '24rem' }}>
          <Skeleton lines={3} label="Loading the cards" />
        </div>
        <Table
          caption="Tasks"
          columns={[
            { key: 'what', label: 'Task' },
            { key: 'who', label: 'Owner' },
            { key: 'votes', label: 'Votes', align: 'end' },
          ]}
          rows={[
            { id: '1', cells: { what: 'Release by machine', who: 'Jo Kim', votes: 7 } },
            { id: '2', cells: { what: 'Shorter planning', who: 'Ada Marlow', votes: 11 } },
          ]}
        />
      </Section>
      <Section title="Nothing yet">
        <Row>
          <EmptyState title="No card yet" hue="collect" action={<Button>Write the first</Button>}>
            Everyone writes at once, unseen.
          </EmptyState>
          <EmptyState title="No meeting runs" hue="discuss" drawing="rings">
            Start one from the library.
          </EmptyState>
          <EmptyState title="Nothing promised" hue="review" drawing="lines" />
        </Row>
      </Section>
    </Page>
  );
}
