/** A device with a browser: what it stores, what happens to it, and the pages that are open on it. */

import { WebSocket } from 'ws';
import {
  type Connection,
  type ConnectionParts,
  openConnection,
  type Snapshot,
} from '../../../src/web/chat/connection/connection.ts';
import type { Happening, StorageLike } from '../../../src/web/chat/connection/parts.ts';
import type { Times } from '../../../src/web/chat/connection/times.ts';

/** Everything that waits, waits shortly. */
export const quick: Times = {
  backOffMs: 5,
  longestBackOffMs: 40,
  requestMs: 5_000,
  stuckMs: 20,
  socketOpensMs: 2_000,
  impatientMs: 300,
  socketLivesMs: 20,
  socketAgainMs: 200,
  silenceMs: 20_000,
  suspectMs: 20,
  echoMs: 500,
  pollMs: 5,
  longestPollMs: 20,
  answeringMs: 5_000,
  unsentMs: 3_600_000,
};

/** A page with our chat. */
export interface Page extends Connection {
  /** Resolves with the first snapshot of which this is true, now or later. */
  until(is: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
  /** Resolves once the bot has said something behind the last line of the person, and nothing waits. */
  untilAnswered(): Promise<Snapshot>;
}

export interface Device {
  /** What was stored, by name. */
  readonly stored: Map<string, string>;
  open(parts?: Partial<ConnectionParts>): Page;
  happens(happening: Happening): void;
  /** Closes all pages. */
  close(): void;
}

/** What was said, by whom, as a page shows it. */
export const said = ({ lines }: Snapshot): readonly string[] =>
  lines.map((line) => (line.from === 'bot' ? `bot: ${line.reply.text}` : `person: ${line.text}`));

/** The pages of a device share its storage, and each is told of what another one writes into it. */
export function createDevice(base: string): Device {
  const stored = new Map<string, string>();
  const pages: { readonly page: Page; readonly happens: (happening: Happening) => void }[] = [];

  function open(parts: Partial<ConnectionParts> = {}): Page {
    const listeners = new Map<Happening, Set<() => void>>();
    const happens = (happening: Happening): void => {
      for (const listener of [...(listeners.get(happening) ?? [])]) listener();
    };
    const tellOthers = (): void => {
      for (const other of pages) if (other.happens !== happens) setImmediate(other.happens, 'stored');
    };
    const connection = openConnection({
      base,
      key: 'keyturn',
      storage: storageOf(stored, tellOthers),
      openSocket: (url) => new WebSocket(url),
      times: quick,
      on(happening, listener) {
        const all = listeners.get(happening) ?? new Set();
        listeners.set(happening, all.add(listener));
        return () => all.delete(listener);
      },
      ...parts,
    });
    const page = pageOf(connection);
    pages.push({ page, happens });
    return page;
  }

  return {
    stored,
    open,
    happens(happening) {
      for (const page of pages) page.happens(happening);
    },
    close() {
      for (const { page } of pages) page.close();
    },
  };
}

function pageOf(connection: Connection): Page {
  const until: Page['until'] = (is) =>
    new Promise((resolve) => {
      const look = (): void => {
        const snapshot = connection.snapshot();
        if (!is(snapshot)) return;
        stop();
        resolve(snapshot);
      };
      const stop = connection.subscribe(look);
      look();
    });
  return { ...connection, until, untilAnswered: () => until(isAnswered) };
}

function isAnswered({ lines, answering }: Snapshot): boolean {
  const last = lines.at(-1);
  return last?.from === 'bot' && !answering && lines.some(({ from }) => from === 'person');
}

/** As a browser's, which tells other pages of each change. */
function storageOf(stored: Map<string, string>, changed: () => void): StorageLike {
  return {
    get length() {
      return stored.size;
    },
    key: (index) => [...stored.keys()][index] ?? null,
    getItem: (name) => stored.get(name) ?? null,
    setItem(name, value) {
      stored.set(name, value);
      changed();
    },
    removeItem(name) {
      if (stored.delete(name)) changed();
    },
  };
}
