/** What an operator reads where the bot cannot start, or where the disk fails while it runs: real processes. */

import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ended, listening, type SERVERS, startServing } from '../built-program.ts';
import type { Ran } from '../cli/program.ts';
import { activity } from './tiny-bot.ts';

// Each starts the whole program, which takes a second of a processor, and others may be using both.
vi.setConfig({ testTimeout: 300_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const KNOWLEDGE = resolve('test/foreign-knowledge');
type Variables = Readonly<Record<string, string>>;

/** Puts something into the folder and gives the variables with which the start fails. */
type Spoiled = () => Variables | Promise<Variables>;

const file = (path: string, content = 'x'): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const database = (path: string, sql: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  const db = new Database(join(folder, path));
  db.exec(sql);
  db.close();
};

async function portOf(listener: Server): Promise<number> {
  await once(listener, 'listening');
  const address = listener.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function printedBy(server: keyof typeof SERVERS, variables: Variables) {
  const child = startServing(server, folder, {
    KEYTURN_STORE: 'memory:',
    KEYTURN_KNOWLEDGE: KNOWLEDGE,
    ...variables,
  });
  return await ended(child);
}

const spoiled: readonly [string, Spoiled, string][] = [
  [
    'KEYTURN_HOST is no address of this machine',
    () => ({ KEYTURN_HOST: '203.0.113.7' }),
    'KEYTURN_HOST=203.0.113.7: this machine has no such address. Choose one that it has',
  ],
  [
    'KEYTURN_HOST is a name that nobody has',
    () => ({ KEYTURN_HOST: 'no-such-host.invalid' }),
    'KEYTURN_HOST=no-such-host.invalid: no address has this name. Choose an address of this machine',
  ],
  [
    'the store is a folder',
    () => {
      mkdirSync(join(folder, 'kept'));
      return { KEYTURN_STORE: 'file:kept' };
    },
    'KEYTURN_STORE=file:kept: kept is a folder: name a file in it.',
  ],
  [
    'the store is no database',
    () => {
      file('data/notes.txt', 'Somebody wrote this down, and it is no database at all. '.repeat(9));
      return { KEYTURN_STORE: 'file:data/notes.txt' };
    },
    'KEYTURN_STORE=file:data/notes.txt: data/notes.txt cannot be used: it is no SQLite database. Move it away',
  ],
  [
    'the folder of the store is a file',
    () => {
      file('data');
      return { KEYTURN_STORE: 'file:data/keyturn.db' };
    },
    'KEYTURN_STORE=file:data/keyturn.db: data/token-secret, the secret beside the store, cannot be used: a file stands where a folder is needed. Move that file away',
  ],
  [
    'the folder of the store is a file, and the secret is given',
    () => {
      file('data');
      return { KEYTURN_STORE: 'file:data/in/keyturn.db', KEYTURN_SECRET: 'sixteen characters' };
    },
    'KEYTURN_STORE=file:data/in/keyturn.db: data/in/keyturn.db cannot be used: a file stands where a folder is needed. Move that file away',
  ],
  [
    'the store was made by a newer version',
    () => {
      database(
        'k.db',
        'create table schema_version (version integer); insert into schema_version values (99)',
      );
      return { KEYTURN_STORE: 'file:k.db' };
    },
    'KEYTURN_STORE=file:k.db: k.db was made by a newer version of Keyturn (schema 99; this one knows 3): run that version, or name another file.',
  ],
  [
    'the store is the database of another program',
    () => {
      database('shop.db', 'create table orders (id integer)');
      return { KEYTURN_STORE: 'file:shop.db' };
    },
    'KEYTURN_STORE=file:shop.db: shop.db is the database of another program: name another file.',
  ],
  [
    'the secret beside the store is none',
    () => {
      file('data/token-secret');
      return { KEYTURN_STORE: 'file:data/keyturn.db' };
    },
    'KEYTURN_STORE=file:data/keyturn.db: data/token-secret, the secret beside the store, does not hold a secret. Remove it',
  ],
  [
    'the secret beside the store is a folder',
    () => {
      mkdirSync(join(folder, 'token-secret'));
      return { KEYTURN_STORE: 'file:keyturn.db' };
    },
    'KEYTURN_STORE=file:keyturn.db: token-secret, the secret beside the store, is a folder. Move it away',
  ],
  [
    'there is no folder of the knowledge',
    () => ({ KEYTURN_KNOWLEDGE: 'nowhere' }),
    'KEYTURN_KNOWLEDGE=nowhere: there is no folder nowhere. Name the folder of a knowledge base.',
  ],
  [
    'the knowledge is a file',
    () => {
      file('known.yaml');
      return { KEYTURN_KNOWLEDGE: 'known.yaml' };
    },
    'KEYTURN_KNOWLEDGE=known.yaml: known.yaml is not a folder. Name the folder of a knowledge base.',
  ],
  [
    'the folder of the knowledge is empty',
    () => {
      mkdirSync(join(folder, 'nothing'));
      return { KEYTURN_KNOWLEDGE: 'nothing' };
    },
    'KEYTURN_KNOWLEDGE=nothing: nothing is empty. Name the folder of a knowledge base.',
  ],
  [
    'several variables are wrong',
    () => ({ PORT: '99999', KEYTURN_STORE: 'sqlite:k.db', KEYTURN_SECRET: 'too short' }),
    'PORT=99999 must be at most 65535.\nKEYTURN_STORE=sqlite:k.db must be file:PATH (a SQLite file) or memory: (lost at exit).\nKEYTURN_SECRET must have at least 16 characters.',
  ],
];

/** Linux has places that nobody can write to, whoever they are. */
const onLinux: readonly [string, Spoiled, string][] = [
  [
    'the disk of the store is full',
    () => {
      symlinkSync('/dev/full', join(folder, 'keyturn.db'));
      return { KEYTURN_STORE: 'file:keyturn.db' };
    },
    'KEYTURN_STORE=file:keyturn.db: keyturn.db cannot be used: the disk is full. Free some of it',
  ],
  [
    'the disk of the store takes no files',
    () => ({ KEYTURN_STORE: 'file:/sys/keyturn.db', KEYTURN_SECRET: 'sixteen characters' }),
    'KEYTURN_STORE=file:/sys/keyturn.db: /sys/keyturn.db cannot be used: this account may not do that with it. Let',
  ],
];

/** One line for each fault begins with what is expected, and nothing else is printed. */
function says({ code, out, err }: Ran, expected: string): void {
  const wanted = expected.split('\n');
  const lines = err.trimEnd().split('\n');
  expect(lines.map((line, index) => line.slice(0, wanted[index]?.length))).toEqual(wanted);
  expect([code, out]).toEqual([1, '']);
}

describe('npm start ends with one line and 1 where', () => {
  it.each(spoiled)('%s', async (_title, spoil, expected) => {
    says(await printedBy('npm start', await spoil()), expected);
  });

  it.runIf(process.platform === 'linux').each(onLinux)('%s', async (_title, spoil, expected) => {
    says(await printedBy('npm start', await spoil()), expected);
  });

  it('the knowledge has errors, the first of which it shows', async () => {
    cpSync(KNOWLEDGE, join(folder, 'known'), { recursive: true });
    file('known/questions/noise.yaml', 'id: noise\n');
    const { code, err } = await printedBy('npm start', { KEYTURN_KNOWLEDGE: 'known' });
    const [first, ...complaints] = err.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(first).toMatch(
      /^KEYTURN_KNOWLEDGE=known: the knowledge base known has \d+ errors: run "keyturn check known"$/,
    );
    expect(complaints.length).toBeLessThanOrEqual(3);
    expect(complaints[0]).toMatch(/^ {2}questions\/noise\.yaml:1:1 MISSING_KEY /);
  });
});

describe.each([
  ['npm start', ''],
  ['keyturn serve', 'keyturn: '],
] as const)('%s ends with one line and 1 where', (server, prefix) => {
  it('its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = await portOf(other);
    const printed = await printedBy(server, { PORT: String(port) });
    other.close();
    says(
      printed,
      `${prefix}PORT=${port}: another program listens on port ${port} of 127.0.0.1 already. Stop it`,
    );
  });
});

describe('while it runs', () => {
  const post = async (url: string, id: string) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity({ id, text: 'no coffee' })),
    });
    return { status: response.status, body: await response.json() };
  };
  const settings = { KEYTURN_KNOWLEDGE: KNOWLEDGE, KEYTURN_STORE: 'file:data/keyturn.db' };

  it.runIf(process.platform !== 'win32')(
    'and the disk takes no more, it acknowledges nothing that it could not keep, says what to do and goes on',
    async () => {
      const limited = startServing('npm start', folder, settings, "trap '' XFSZ; ulimit -f 400");
      const url = await listening(limited);
      const over = ended(limited);
      const kept: { id: string; body: unknown }[] = [];
      let refused = '';
      for (let turn = 1; refused === ''; turn++) {
        const { status, body } = await post(url, `turn-${turn}`);
        if (status === 200) kept.push({ id: `turn-${turn}`, body });
        else {
          refused = `turn-${turn}`;
          expect([status, body]).toMatchObject([500, { error: { code: 'INTERNAL' } }]);
        }
      }
      limited.kill('SIGTERM');
      const { code, err } = await over;
      expect(code).toBe(0);
      const lines = err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines[0]).toMatchObject({
        code: 'SQLITE_IOERR_WRITE',
        why: 'the disk fails',
        do: expect.stringContaining('look into the log of the system'),
        msg: 'A request failed.',
      });
      const roomy = startServing('npm start', folder, settings);
      const again = await listening(roomy);
      expect(kept.length).toBeGreaterThan(0);
      for (const { id, body } of kept) expect((await post(again, id)).body).toEqual(body);
      expect((await post(again, refused)).status).toBe(200);
      roomy.kill('SIGTERM');
      await ended(roomy);
    },
  );

  it.runIf(existsSync('/dev/full'))(
    'and neither its log nor its output can be written, it serves on',
    async () => {
      const probe = createServer().listen(0, '127.0.0.1');
      const port = await portOf(probe);
      await new Promise((resolve) => probe.close(resolve));
      // Open to others without an app id: that is said in a line of the log as it starts.
      const full = openSync('/dev/full', 'w');
      const env = { ...settings, PORT: String(port), KEYTURN_HOST: '0.0.0.0' };
      const child = startServing('npm start', folder, env, '', full);
      const over = ended(child);
      const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status;
      await expect.poll(ready, { timeout: 250_000 }).toBe(200);
      child.kill('SIGTERM');
      expect((await over).code).toBe(0);
    },
  );
});
