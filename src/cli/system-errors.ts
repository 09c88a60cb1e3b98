/** What an operating system says against a file, in words. */

const WORDS: Readonly<Record<string, string>> = {
  EEXIST: 'it is there already; name another file or delete it',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not do that with it',
  EPERM: 'you may not do that with it',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
};

/** Why the system refused, for the person who named the file. */
export function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return WORDS[code] ?? (code === '' ? 'the system refuses' : `the system says ${code}`);
}
