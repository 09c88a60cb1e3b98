/** The secret that signs tokens, kept beside the conversations, so that tokens outlive a restart. */

import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Name of the file, in the folder of the store. */
const FILE = 'token-secret';

/** Bytes of a secret that is made: as many as the hash that it keys gives out. */
const SECRET_BYTES = 32;

/** A secret that nobody has seen, as base64url. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/**
 * The secret in the folder of `storeFile`; the first to ask makes it, readable for its own account alone. Null
 * (conversations are lost at exit): a new one. Rejects, with what to do, where it can neither be read nor made.
 */
export async function keptSecret(storeFile: string | null): Promise<string> {
  if (storeFile === null) return newSecret();
  const file = join(dirname(storeFile), FILE);
  try {
    return (await readSecret(file)) ?? (await makeSecret(file));
  } catch (error) {
    if (error instanceof BadSecret) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    throw new Error(
      `The secret in ${file} can neither be read nor made (${code}). Let this account do so, or set KEYTURN_SECRET.`,
    );
  }
}

/** The file holds something else. */
class BadSecret extends Error {}

async function readSecret(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null || /^[\w-]{43}$/.test(text.trim())) return text?.trim() ?? null;
  throw new BadSecret(
    `${file} does not hold a secret. Remove it, and one is made; open conversations begin anew then.`,
  );
}

/** Several processes may do this at once: a secret is written whole, and only the first one gets the name. */
async function makeSecret(file: string): Promise<string> {
  const mine = newSecret();
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${mine}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
    return mine;
  } catch (error) {
    const first = await readSecret(file);
    if (first !== null) return first;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
