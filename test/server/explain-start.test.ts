import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { explainStart, type StartNeed } from '../../src/server/explain-start.ts';
import { ListenFailed } from '../../src/server/listening.ts';

const PASSWORD = 'a password of the app';
const SECRET = 'a secret for signing';
const config = readConfig(
  { port: 80 },
  {
    KEYTURN_HOST: 'fe80::1',
    KEYTURN_STORE: 'file:data/k.db',
    KEYTURN_SECRET: SECRET,
    MicrosoftAppId: 'app',
    MicrosoftAppPassword: PASSWORD,
  },
);

const system = (code: string, message = 'as the system says it'): Error =>
  Object.assign(new Error(message), { code });
const said = (need: StartNeed, error: unknown): string => explainStart(need, error, config).message;

describe('why a start failed, where no test can bring it about everywhere', () => {
  it.each<[string, StartNeed, Error, string]>([
    [
      'a port below 1024',
      'serving',
      new ListenFailed('EACCES'),
      '--port 80: this account may not listen on port 80. Choose one above 1023.',
    ],
    [
      'a name server that does not answer',
      'serving',
      new ListenFailed('EAI_AGAIN'),
      'KEYTURN_HOST=fe80::1: no address has this name. Choose an address of this machine: 127.0.0.1 is this machine alone, 0.0.0.0 all of its addresses.',
    ],
    [
      'an address that is half of one',
      'serving',
      new ListenFailed('EINVAL'),
      'KEYTURN_HOST=fe80::1, --port 80: the system does not let us listen there (EINVAL). Choose another address or port.',
    ],
    [
      'a disk that was full for what waits in the store',
      'serving',
      system('SQLITE_FULL'),
      'KEYTURN_STORE=file:data/k.db: data/k.db cannot be used: the disk is full. Free some of it, or set KEYTURN_STORE to another file.',
    ],
    [
      'a disk that can only be read',
      'store',
      system('EROFS'),
      'KEYTURN_STORE=file:data/k.db: data/k.db cannot be used: the disk can only be read. Mount it so that it can be written, or set KEYTURN_STORE to another file.',
    ],
    [
      'a store that SQLite may only read',
      'store',
      system('SQLITE_READONLY_DIRECTORY'),
      'KEYTURN_STORE=file:data/k.db: data/k.db cannot be used: the disk can only be read. Mount it so that it can be written, or set KEYTURN_STORE to another file.',
    ],
    [
      'a store with torn pages',
      'store',
      system('SQLITE_CORRUPT'),
      'KEYTURN_STORE=file:data/k.db: data/k.db cannot be used: it is damaged. Put an earlier copy in its place, or move it away, and a new one is made, or set KEYTURN_STORE to another file.',
    ],
    [
      'a secret of somebody else',
      'secret',
      system('EACCES'),
      'KEYTURN_STORE=file:data/k.db: data/token-secret, the secret beside the store, cannot be used: this account may not do that with it. Let this account read and write it, or set KEYTURN_STORE to a file in another folder.',
    ],
    [
      'a code that has no words',
      'store',
      system('EXDEV'),
      'KEYTURN_STORE=file:data/k.db: data/k.db cannot be used: the system says EXDEV. Set KEYTURN_STORE to another file.',
    ],
    [
      'what nobody foresaw, in one line and without a secret',
      'program',
      system('ERR_DLOPEN_FAILED', `cannot load it with ${PASSWORD} and ${SECRET}\n    at Module.load`),
      'Keyturn could not start: Error ERR_DLOPEN_FAILED: cannot load it with [left out] and [left out]. Please report this line.',
    ],
  ])('%s', (_title, need, error, line) => expect(said(need, error)).toBe(line));

  it('is told of whatever is thrown', () => {
    expect(said('program', 'no error at all')).toBe(
      'Keyturn could not start, and nothing says why. Please report it.',
    );
  });
});
