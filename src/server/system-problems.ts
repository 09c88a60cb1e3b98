/** What the operating system and SQLite say against a file or an address, in words: what it is, and what to do. */

/** A refusal in words. */
export interface SystemProblem {
  /** What is the matter, as half a sentence: `the disk is full`. */
  readonly problem: string;
  /** What to do about it, as half a sentence: `free some of it`; empty where the caller knows better. */
  readonly remedy: string;
}

const forbidden = {
  problem: 'this account may not do that with it',
  remedy: 'let this account read and write it',
};
const fileInTheWay = { problem: 'a file stands where a folder is needed', remedy: 'move that file away' };
const full = { problem: 'the disk is full', remedy: 'free some of it' };
const readOnly = { problem: 'the disk can only be read', remedy: 'mount it so that it can be written' };
const tooManyOpen = {
  problem: 'too many files and connections are open',
  remedy: 'raise the limit (ulimit -n)',
};
const busy = { problem: 'another program keeps it locked', remedy: 'stop that program' };

const PROBLEMS: Readonly<Record<string, SystemProblem>> = {
  EEXIST: { problem: 'it is there already; name another file or delete it', remedy: '' },
  ENOENT: { problem: 'there is no such file or folder', remedy: '' },
  EISDIR: { problem: 'it is a folder', remedy: 'name a file in it' },
  ENOTDIR: fileInTheWay,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: readOnly,
  ENOSPC: full,
  EDQUOT: full,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  SQLITE_FULL: full,
  SQLITE_READONLY: readOnly,
  SQLITE_BUSY: busy,
  SQLITE_LOCKED: busy,
  SQLITE_CANTOPEN: { problem: 'it cannot be opened', remedy: 'let this account read and write it' },
  SQLITE_IOERR: {
    problem: 'the disk fails',
    remedy: 'look into the log of the system, and for limits on the size of files (ulimit -f)',
  },
  SQLITE_NOTADB: {
    problem: 'it is no SQLite database',
    remedy: 'move it away, and a new one is made',
  },
  SQLITE_CORRUPT: {
    problem: 'it is damaged',
    remedy: 'put an earlier copy in its place, or move it away, and a new one is made',
  },
};

/** The code of a refusal, such as `ENOSPC` or `SQLITE_FULL`; null where an error has none. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** The words for a code; SQLite adds to its codes where exactly it failed (`SQLITE_IOERR_WRITE`). Null: it has none. */
export function systemProblem(code: string | null): SystemProblem | null {
  if (code === null) return null;
  const [, general = code] = /^(SQLITE_[A-Z]+)_/.exec(code) ?? [];
  return PROBLEMS[code] ?? PROBLEMS[general] ?? null;
}

/** Why the system refused, for the person who named the file. */
export function problemOf(error: unknown): string {
  const code = codeOf(error);
  return systemProblem(code)?.problem ?? (code === null ? 'the system refuses' : `the system says ${code}`);
}
