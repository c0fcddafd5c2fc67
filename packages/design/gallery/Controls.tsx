import { Download, Ellipsis, Pencil, Plus, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Checkbox,
  Chip,
  ConfirmButton,
  ErrorSummary,
  IconButton,
  LinkButton,
  Menu,
  MoreButton,
  RadioCards,
  Select,
  Switch,
  TextArea,
  TextField,
  Toaster,
  Tooltip,
  toast,
  useTheme,
  type MenuEntry,
} from '../src/index.ts';
import { Layers, Telling } from './Layers.tsx';
import { Page, Row, Section } from './Section.tsx';

const nothing = () => undefined;

const entries: MenuEntry[] = [
  { label: 'Edit', icon: <Pencil />, keys: 'E', onSelect: nothing },
  { label: 'Move to…', note: 'Type to find a group', onSelect: nothing },
  { label: 'Merge', disabled: true, onSelect: nothing },
  'line',
  { heading: 'Show' },
  { label: 'Authors', checked: true, onSelect: nothing },
  { label: 'Votes', checked: false, onSelect: nothing },
  'line',
  { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: nothing },
];

export function Controls() {
  return (
    <Page title="Controls">
      <Buttons />
      <Fields />
      <Choices />
      <Growing />
      <Layers />
      <Telling />
      <Toaster label="Messages" dismissLabel="Dismiss" />
    </Page>
  );
}

function Buttons() {
  const { choice, choose } = useTheme();
  return (
    <Section title="Buttons">
      <Row>
        <Button tone="primary">Start the meeting</Button>
        <Button>Invite</Button>
        <Button tone="quiet">Cancel</Button>
        <Button tone="danger">Remove</Button>
        <Button disabled>Not now</Button>
        <Button tone="primary" busy>
          Saving
        </Button>
        <ConfirmButton question="Really end it?" onConfirm={() => toast({ text: 'Ended.' })}>
          End the meeting
        </ConfirmButton>
      </Row>
      <Row>
        <Button size="l" tone="primary" icon={<Plus aria-hidden="true" />}>
          New retrospective
        </Button>
        <Button size="s" icon={<Download aria-hidden="true" />}>
          Markdown
        </Button>
        <IconButton label="People" icon={<Users aria-hidden="true" />} />
        <IconButton label="Follow" icon={<Users aria-hidden="true" />} pressed />
        <IconButton label="More" tone="plain" size="s" icon={<Ellipsis aria-hidden="true" />} />
        <Tooltip text="Leads back to where you were">
          <LinkButton>A link that acts</LinkButton>
        </Tooltip>
      </Row>
      <Row>
        <Menu label="Card" button="Card" items={entries} />
        <Menu label="More" iconOnly button={<Ellipsis aria-hidden="true" />} items={entries} />
        <RadioCards
          label="Theme"
          hideLabel
          size="s"
          value={choice}
          onChange={choose}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
            { value: 'system', label: 'System' },
          ]}
        />
      </Row>
    </Section>
  );
}

function Fields() {
  const [words, setWords] = useState('Deploying by hand on Fridays costs us the weekend.');
  return (
    <Section title="Fields">
      <ErrorSummary
        title="Two things to mend"
        errors={[
          { field: 'mail', text: 'The address needs an @.' },
          { field: 'team', text: 'The team has no name yet.' },
        ]}
      />
      <TextField
        id="mail"
        label="E-mail"
        hint="We send one link, nothing else."
        error="The address needs an @, like ada@example.org."
        defaultValue="ada.example.org"
      />
      <TextField id="team" label="Team" optional="optional" placeholder="Platform" trail="/ 40" />
      <TextField label="Cannot change now" disabled defaultValue="Sprint 118" />
      <TextArea
        label="Card"
        value={words}
        limit={55}
        left={(count) => (count < 0 ? `${-count} too many` : `${count} left`)}
        onChange={(event) => setWords(event.target.value)}
      />
      <Select
        label="Facilitator"
        options={[
          { value: 'ada', label: 'Ada Marlow' },
          { value: 'jo', label: 'Jo Kim' },
        ]}
      />
    </Section>
  );
}

const meetings = ['Retro 120', 'Retro 119', 'Retro 118', 'Retro 117', 'Retro 116'];

function Growing() {
  const [shown, setShown] = useState(2);
  return (
    <Section title="A list that grows">
      <ul>
        {meetings.slice(0, shown).map((name) => (
          <li key={name}>
            <LinkButton>{name}</LinkButton>
          </li>
        ))}
      </ul>
      <MoreButton
        shown={Math.min(shown, meetings.length)}
        hasMore={shown < meetings.length}
        busy={false}
        onMore={() => setShown(shown + 2)}
        cameWords={(count) => `${count} more`}
      >
        Show older ones
      </MoreButton>
    </Section>
  );
}

function Choices() {
  const [isOn, setOn] = useState(true);
  const [isMailed, setMailed] = useState(false);
  const [names, setNames] = useState<'anonymous' | 'named'>('anonymous');
  const [filter, setFilter] = useState('Stop');
  return (
    <Section title="Choices">
      <Checkbox
        label="Let guests in with the link"
        hint="They see this one meeting."
        defaultChecked
      />
      <Checkbox label="Ask for a name" error="Choose one of the two." />
      <Checkbox label="Not for this team" disabled />
      <Switch label="Sound when time is up" checked={isOn} onChange={setOn} hint="Only for you." />
      <Switch label="Lobby" checked={!isOn} onChange={(on) => setOn(!on)} />
      <Switch
        label="Mail me"
        hint="Follows a moment later, as what a server keeps does."
        checked={isMailed}
        onChange={(on) => setTimeout(() => setMailed(on))}
      />
      <Switch label="Refused" checked={false} onChange={nothing} />
      <RadioCards
        label="Whose words"
        value={names}
        onChange={setNames}
        columns={2}
        options={[
          {
            value: 'anonymous',
            label: 'Anonymous',
            hint: 'No author is stored once the meeting has ended.',
            hue: 'collect',
          },
          {
            value: 'named',
            label: 'With names',
            hint: 'Everyone sees who wrote what.',
            hue: 'collect',
          },
        ]}
      />
      <Row>
        {['Start', 'Stop', 'Continue'].map((name) => (
          <Chip
            key={name}
            hue={({ Start: 'moss', Stop: 'clay', Continue: 'sky' } as const)[name] ?? 'slate'}
            selected={filter === name}
            onClick={() => setFilter(name)}
          >
            {name}
          </Chip>
        ))}
        <Chip onRemove={nothing} removeLabel="Remove Ada">
          Ada Marlow
        </Chip>
        <Chip>Just a word</Chip>
      </Row>
    </Section>
  );
}
