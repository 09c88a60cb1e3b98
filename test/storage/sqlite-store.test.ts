import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withRecentStates } from '../../src/storage/recent-states.ts';
import { openSqliteStore, TURNS_KEPT_MS } from '../../src/storage/sqlite-store.ts';
import { repliesOf, stateText, storeContract, turn } from './store-contract.ts';

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-store-'));
  const file = join(folder, 'deep', 'keyturn.db');
  return {
    folder,
    file,
    open: () => openSqliteStore(file),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

storeContract('SQLite', place);
storeContract('SQLite that remembers states', () => {
  const here = place();
  return { ...here, open: () => withRecentStates(here.open()) };
});

describe('a SQLite file', () => {
  let here: ReturnType<typeof place>;
  beforeEach(() => {
    here = place();
  });
  afterEach(() => here.dispose());

  it('is made with its folder, and nobody else may read it', async () => {
    const store = here.open();
    await store.commit(turn('t1'));
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(here.file + suffix).mode & 0o077).toBe(0);
    await store.close();
  });

  it('keeps everything over a closing and opening', async () => {
    const before = here.open();
    await before.commit(turn('t1', { effects: [{ kind: 'add-to-ticket', id: 'e1', text: 'more' }] }));
    const [unsent, undone] = [await before.unsent(10), await before.undone(10)];
    await before.close();
    const after = here.open();
    expect(await after.load('c')).toEqual({ version: 1, state: stateText(1) });
    expect([await after.unsent(10), await after.undone(10)]).toEqual([unsent, undone]);
    expect(await after.commit(turn('t1', { expectedVersion: 1 }))).toMatchObject({ kind: 'duplicate' });
    await after.close();
  });

  it('writes a commit that was begun before it is closed', async () => {
    const store = here.open();
    const committing = store.commit(turn('t1'));
    await store.close();
    expect(await committing).toEqual({ kind: 'stored' });
    const again = here.open();
    expect(await repliesOf(again, 'c', 't1')).not.toBeNull();
    await again.close();
  });

  it('forgets turn ids that are older than channels re-send, and never the conversation', async () => {
    const first = here.open();
    await first.commit(turn('old', { at: 0 }));
    await first.close();
    const store = here.open();
    await store.commit(turn('new', { expectedVersion: 1, at: TURNS_KEPT_MS + 1 }));
    expect(await repliesOf(store, 'c', 'old')).toBeNull();
    expect(await repliesOf(store, 'c', 'new')).not.toBeNull();
    expect(await store.load('c')).toMatchObject({ version: 2 });
    await store.close();
  });

  it('refuses a file of a newer program and leaves it as it is', async () => {
    await here.open().close();
    const raw = new Database(here.file);
    raw.exec('update schema_version set version = 999');
    raw.close();
    expect(here.open).toThrow('made by a newer version of Keyturn (schema 999');
  });

  it('says so when what it holds cannot be read, without quoting it', async () => {
    const store = here.open();
    await store.commit(turn('t1'));
    const raw = new Database(here.file);
    raw.exec(`update outbox set reply = 'my secret {'`);
    await expect(store.unsent(10)).rejects.toThrow(/^The store holds a reply that cannot be read[^{]*$/);
    const lines = [{ from: 'person', id: 't2', text: 'hello', pressed: null }] as const;
    await store.commit(turn('t2', { expectedVersion: 1, lines }));
    raw.exec(`update history set line = '{"from":"person","text":"my secret"}'`);
    await expect(store.history('c', 0, 10)).rejects.toThrow(
      /^The store holds a line of a conversation that[^{]*$/,
    );
    raw.close();
    await store.close();
  });
});
