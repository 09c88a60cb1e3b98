/** The secret that signs tokens, kept beside the conversations, so that tokens outlive a restart. */

import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The file of the secret, in the folder of the store. */
export const secretFile = (storeFile: string): string => join(dirname(storeFile), 'token-secret');

/** Bytes of a secret that is made: as many as the hash that it keys gives out. */
const SECRET_BYTES = 32;

/** A secret that nobody has seen, as base64url. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/**
 * The secret in the folder of `storeFile`; the first to ask makes it, readable for its own account alone. Null
 * (conversations are lost at exit): a new one.
 * @throws SecretRefused where the file holds something else; what the system says where it can neither be read nor made
 */
export async function keptSecret(storeFile: string | null): Promise<string> {
  if (storeFile === null) return newSecret();
  const file = secretFile(storeFile);
  return (await readSecret(file)) ?? (await makeSecret(file));
}

/** The file of the secret holds something else; the message goes on after its name. */
export class SecretRefused extends Error {
  override readonly name = 'SecretRefused';
}

async function readSecret(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    if (error.code === 'EISDIR') throw new SecretRefused('is a folder. Move it away, and a secret is made');
    throw error;
  });
  if (text === null || /^[\w-]{43}$/.test(text.trim())) return text?.trim() ?? null;
  throw new SecretRefused(
    'does not hold a secret. Remove it, and one is made; open conversations begin anew then',
  );
}

/** Several processes may do this at once: a secret is written whole, and only the first one gets the name. */
async function makeSecret(file: string): Promise<string> {
  const mine = newSecret();
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeDurably(draft, `${mine}\n`);
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

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
