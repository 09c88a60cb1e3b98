/**
 * Finds a Chromium and starts it. A machine that has none gets the one that npm has installed with the tests, so
 * that no test of a page is ever skipped.
 */

import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

/** What Chromium is told: no window, nothing of its own on the network. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine has a name: what would leave it fails, even where no test listens.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** What Chromium and its relatives are called on a PATH, those that are likelier to be whole first. */
const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Where it stands on systems whose programs are on no PATH. */
const WELL_KNOWN: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** A browser that may be there. */
interface Candidate {
  readonly program: string;
  /** What it needs in its environment beyond ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** What Playwright needs to start a browser. */
interface StartOptions {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Starts the Chromium of `KEYTURN_BROWSER`, else the first of this system that starts, else the packaged one. Its
 * contexts are private windows. Rejects with what was tried and what to do where none starts.
 */
export const launchChromium = (env: NodeJS.ProcessEnv = process.env): Promise<Browser> =>
  firstThatStarts(env, (options) => chromium.launch(options));

/** Starts the same Chromium as people use it every day, with a profile in this folder; ends with the context. */
export const launchProfile = (
  folder: string,
  context: BrowserContextOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<BrowserContext> =>
  firstThatStarts(env, (options) => chromium.launchPersistentContext(folder, { ...options, ...context }));

async function firstThatStarts<Started>(
  env: NodeJS.ProcessEnv,
  start: (options: StartOptions) => Promise<Started>,
): Promise<Started> {
  const failures: string[] = [];
  for (const find of ways(env)) {
    const found = await find().catch((error: unknown) => void failures.push(firstLines(error)));
    if (!found) continue;
    try {
      return await startAgainAfterCrash(() => start(startOptions(found, env)));
    } catch (error) {
      failures.push(`${found.program}: ${firstLines(error)}`);
    }
  }
  throw new Error(
    [
      'No Chromium could be started, and the tests of the pages need one.',
      'Install one (Debian and Ubuntu: apt-get install chromium), or name yours: KEYTURN_BROWSER=/path/to/chrome npm test.',
      ...(failures.length === 0 ? ['None was found.'] : ['Tried:', ...failures]),
    ].join('\n'),
  );
}

/** Playwright's words where a signal ended the browser before it answered. */
const CRASHED = /process did exit: exitCode=null, signal=SIG(?:SEGV|BUS|TRAP|ILL|ABRT)/;

/** How often a browser is started that crashes while it starts, as the packaged one does on a loaded machine now and then. */
const MOST_STARTS = 4;

async function startAgainAfterCrash<Started>(start: () => Promise<Started>): Promise<Started> {
  for (let starts = 1; ; starts++) {
    try {
      return await start();
    } catch (error) {
      if (starts === MOST_STARTS || !CRASHED.test(String(error))) throw error;
    }
  }
}

const startOptions = ({ program, env }: Candidate, given: NodeJS.ProcessEnv): StartOptions => ({
  executablePath: program,
  args: FLAGS,
  env: Object.fromEntries(
    Object.entries({ ...given, ...env }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
  timeout: START_TIMEOUT_MS,
});

/** Every way to a browser, in the order in which they are tried. Null: there is none that way. */
function ways(env: NodeJS.ProcessEnv): readonly (() => Promise<Candidate | null>)[] {
  const named = env.KEYTURN_BROWSER ?? '';
  if (named !== '') return [async () => ({ program: named, env: {} })];
  const installed = [...onPath(env.PATH ?? ''), ...(WELL_KNOWN[process.platform] ?? []).filter(existsSync)];
  return [...installed.map((program) => async () => ({ program, env: {} })), packaged];
}

function onPath(path: string): readonly string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return NAMES_ON_PATH.flatMap((name) =>
    folders
      .map((folder) => join(folder, name))
      .filter(isProgram)
      .slice(0, 1),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How long a browser may take to start, in milliseconds: a loaded machine needs some seconds; a broken one hangs. */
const START_TIMEOUT_MS = 30_000;

const PACKAGES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const UNPACK = fileURLToPath(new URL('./unpack-chromium.mjs', import.meta.url));

/** The browser out of the package, unpacked once for each version of it. Null where it does not run on this system. */
async function packaged(): Promise<Candidate | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const manifest = await readFile(join(PACKAGES, '@sparticuz/chromium/package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const folder = join(PACKAGES, '.cache/keyturn', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    program: join(folder, 'chromium'),
    env: {
      // Its own libraries, for a system without a desktop has none of them.
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), folder, process.env.LD_LIBRARY_PATH]
        .filter((part) => part !== undefined && part !== '')
        .join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
    },
  };
}

/** Beside its place first, then moved there whole: test files run side by side, and a stopped one leaves no half. */
async function unpack(folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true });
  const beside = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, [UNPACK], {
      // The name of this place is how the package is told to unpack its libraries too.
      env: { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    await writeFile(join(beside, 'fonts.conf'), fontsIn(folder));
    await rename(beside, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts/cache</cachedir></fontconfig>
`;

/** Of what Playwright says of a failed start, the part that a person reads. */
function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').slice(0, 12).join('\n  ');
}
