import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCopy, productionCopy, remove, runIn, serve } from './production-install.ts';

const LONG = process.env.KEYTURN_LONG === '1';
const WHERE_NEEDED = 'node build.mjs --where-needed';

/** The packages that stand in the lockfile under this name, `node_modules/a/node_modules/b`, are empty ones. */
const LEFT_OUT = '@favware/skip-dependency';

/** Every file that a command of ours can come to load, at its start or in any turn, also with real credentials. */
async function loadable(): Promise<readonly string[]> {
  const { metafile } = await build({
    bundle: true,
    entryPoints: ['src/main.ts', 'src/cli/bin.ts'],
    // restify looks for its binary in all of its folders; without one it goes on without DTrace.
    external: ['dtrace-provider'],
    format: 'esm',
    loader: { '.node': 'empty' },
    logLevel: 'error',
    metafile: true,
    outdir: 'not-written',
    platform: 'node',
    write: false,
  });
  return Object.keys(metafile.inputs);
}

it('leaves out only packages for which no file asks that Keyturn may load', async () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const leftOut = Object.keys(packages).filter((path) => packages[path].name === LEFT_OUT);
  expect(leftOut).toContain('node_modules/@azure/identity/node_modules/@azure/msal-browser');
  const files = await loadable();
  expect(files).toContain(
    'node_modules/@azure/identity/dist/commonjs/credentials/managedIdentityCredential/index.js',
  );
  expect(files.filter((file) => leftOut.some((path) => file.startsWith(`${path}/`)))).toEqual([]);
});

/** What the README tells to do for a server, up to the start. */
function readmeCommands(): readonly string[] {
  const section =
    /^## Run it for others\n[\s\S]*?(?=^## )/m.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
  const lines = /```sh\n([\s\S]*?)```/.exec(section)?.[1]?.trim().split('\n') ?? [];
  return lines.filter((line) => line !== 'npm start');
}

/** Asks as Bot Framework does, and says with what the bot answered. */
async function answerOf(url: string, message: string): Promise<string> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      text: message,
      channelId: 'test',
      serviceUrl: 'http://127.0.0.1:1',
      deliveryMode: 'expectReplies',
      conversation: { id: 'one' },
      from: { id: 'person' },
      recipient: { id: 'bot' },
    }),
  });
  return response.text();
}

async function expectServing(folder: string): Promise<void> {
  const { url, stop } = await serve(folder);
  try {
    const answer = await answerOf(url, 'the coffee machine gives no coffee, the blue light is on');
    expect(answer).toContain('The water tank is empty.');
    for (const path of ['/widget.js', '/chat', '/readyz']) expect((await fetch(url + path)).status).toBe(200);
  } finally {
    expect(await stop()).toBe('');
  }
}

describe('without the packages that build it, Keyturn', () => {
  let folder: string;
  beforeAll(async () => {
    expect(await runIn('.', WHERE_NEEDED)).toMatchObject({ code: 0 });
    folder = productionCopy();
    expect(existsSync(join(folder, 'node_modules/typescript'))).toBe(false);
  });
  afterAll(() => remove(folder));

  /** Does without a file or a folder; what is returned brings it back. */
  const without = (path: string) => () => {
    renameSync(join(folder, path), join(folder, 'aside'));
    return () => renameSync(join(folder, 'aside'), join(folder, path));
  };

  /** Writes a file anew; what is returned writes it as it was. */
  const edited = (path: string, edit: (before: string) => string) => () => {
    const before = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), edit(before));
    return () => writeFileSync(join(folder, path), before);
  };
  const withoutScripts = (manifest: string): string =>
    JSON.stringify({ ...JSON.parse(manifest), scripts: {} });

  it('serves, with `npm start`, what was built before', () => expectServing(folder));

  it.each([
    ['was built of these sources', () => () => undefined],
    ['came without the sources', without('src')],
    ['has other commands in its package.json', edited('package.json', withoutScripts)],
  ])('is content with a dist/ that %s', async (_, change) => {
    const undo = change();
    const ended = await runIn(folder, WHERE_NEEDED);
    undo();
    expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['nothing was built', 'not built yet', without('dist')],
    ['a build was broken off', 'not built yet', without('dist/.made-of.json')],
    ['a source changed since', 'not what these', edited('src/main.ts', (before) => `${before}\n`)],
    ['a file was lost', 'not what these', without('dist/web/chat.html')],
    ['another tool wrote a file', 'not what these', edited('dist/program/main.js', () => '')],
  ])('says in one line what to do where %s', async (_, what, change) => {
    const undo = change();
    const { code, stdout, stderr } = await runIn(folder, WHERE_NEEDED);
    undo();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+ Run "npm ci --include=dev", [^\n]+\n$/);
    expect(stderr).toContain(what);
  });
});

it.runIf(LONG)('is installed by npm for a server as the README says', async () => {
  const folder = freshCopy();
  try {
    const early = await runIn(folder, 'npm ci --omit=dev');
    expect(early.code).not.toBe(0);
    expect(early.stderr).toContain('Keyturn is not built yet');
    for (const command of readmeCommands()) expect(await runIn(folder, command)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'node_modules/typescript'))).toBe(false);
    await expectServing(folder);
    expect(await runIn(folder, 'npm ci --omit=dev')).toMatchObject({ code: 0 });
    await expectServing(folder);
  } finally {
    remove(folder);
  }
});
