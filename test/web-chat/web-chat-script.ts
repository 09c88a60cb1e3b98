/** The real Web Chat, brought from npm into this folder where it is not there yet. */

import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = new URL('./', import.meta.url);
const dist = new URL('./node_modules/botframework-webchat/dist/', folder);

/** What a page loads, and the version that this package pins. */
export interface WebChatScript {
  readonly version: string;
  readonly script: Buffer;
}

/**
 * Reads the script, and installs it first where it is missing or of another version: some 15 MB over the network,
 * once. Rejects, with what to do, where npm cannot bring it; there is no going on without it.
 */
export async function webChatScript(): Promise<WebChatScript> {
  const version = await pinnedVersion();
  if ((await installedVersion()) !== version) await install(version);
  return { version, script: await readFile(new URL('webchat.js', dist)) };
}

async function pinnedVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'));
  return manifest.dependencies['botframework-webchat'];
}

async function installedVersion(): Promise<string | null> {
  try {
    // npm writes this file last: where it stands, all of the rest does.
    const lock = JSON.parse(await readFile(new URL('node_modules/.package-lock.json', folder), 'utf8'));
    return lock.packages['node_modules/botframework-webchat'].version;
  } catch {
    return null;
  }
}

async function install(version: string): Promise<void> {
  const command = ['ci', '--prefix', fileURLToPath(folder), '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await promisify(execFile)('npm', command, { shell: process.platform === 'win32', timeout: 120_000 });
  } catch (error) {
    throw new Error(
      `botframework-webchat ${version} could not be installed for this test. Run "npm ci --prefix test/web-chat --ignore-scripts" where npm reaches its registry, and look at what it says.`,
      { cause: error },
    );
  }
  // A record of how the bundle was made: 147 MB that nobody here reads.
  await rm(new URL('stats.json', dist), { force: true });
}
