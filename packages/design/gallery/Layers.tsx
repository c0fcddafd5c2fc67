import { useRef, useState } from 'react';
import {
  Banner,
  Button,
  Dialog,
  FindList,
  LinkButton,
  Popover,
  Sheet,
  ShortcutList,
  Tabs,
  TextField,
  toast,
} from '../src/index.ts';
import { Row, Section } from './Section.tsx';

const nothing = () => undefined;

export function Layers() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'keys' | 'find'>();
  const mover = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(undefined);
  return (
    <Section title="Layers">
      <Row>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Sheet</Button>
        <Button onClick={() => setOpen('keys')}>Shortcuts</Button>
        <Button ref={mover} onClick={() => setOpen(open === 'find' ? undefined : 'find')}>
          Move to…
        </Button>
      </Row>
      <Popover open={open === 'find'} onClose={close} anchor={mover} label="Move the card">
        <FindList
          label="Group"
          placeholder="Find a group"
          items={[
            { id: '1', label: 'Deploying', note: '4 cards', hue: 'moss' },
            { id: '2', label: 'Meetings that could be shorter', note: '2 cards', hue: 'clay' },
            { id: '3', label: 'Café für alle', note: '1 card', hue: 'sky' },
          ]}
          empty="No group has that name."
          create={{ label: (typed) => `New group “${typed}”`, onCreate: close }}
          onPick={close}
        />
      </Popover>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Remove Jo Kim?"
        description="Jo leaves this meeting at once. Cards that are on the board stay."
        closeLabel="Close"
        size="s"
        footer={
          <>
            <Button tone="quiet" onClick={close}>
              Keep
            </Button>
            <Button tone="danger" onClick={close}>
              Remove
            </Button>
          </>
        }
      />
      <Sheet open={open === 'sheet'} onClose={close} title="Invite" closeLabel="Close">
        <TextField label="Link" defaultValue="https://rondo.example/m/7fk2" readOnly />
      </Sheet>
      <ShortcutList
        open={open === 'keys'}
        onClose={close}
        title="Keyboard"
        closeLabel="Close"
        groups={[
          {
            title: 'Everywhere',
            shortcuts: [
              { keys: ['?'], does: 'Show this list' },
              { keys: ['Ctrl', 'Z'], does: 'Undo' },
            ],
          },
          { title: 'Cards', shortcuts: [{ keys: ['M'], does: 'Move to…' }] },
        ]}
      />
    </Section>
  );
}

export function Telling() {
  const [tab, setTab] = useState<'now' | 'before'>('now');
  return (
    <Section title="Telling">
      <Banner tone="offline">You are offline. 2 changes are waiting here and will be sent.</Banner>
      <Banner tone="read-only">This meeting has ended. You can read it.</Banner>
      <Banner tone="info" action={<LinkButton>Reload</LinkButton>}>
        A newer Rondo is here.
      </Banner>
      <Banner tone="danger">The server does not answer. We keep trying.</Banner>
      <Banner tone="ok">Saved.</Banner>
      <Row>
        <Button
          onClick={() =>
            toast({
              text: 'Card deleted.',
              action: { label: 'Undo', onAct: nothing },
              lasts: 60_000,
            })
          }
        >
          Toast
        </Button>
        <Button onClick={() => toast({ text: 'That did not work.', tone: 'danger' })}>
          Trouble
        </Button>
      </Row>
      <Tabs
        label="Meetings"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'now', label: 'Running', count: 2 },
          { id: 'before', label: 'Past', count: 31 },
        ]}
      >
        {tab === 'now' ? 'Two meetings are running.' : 'Thirty-one are over.'}
      </Tabs>
    </Section>
  );
}
