/**
 * Bundles each program with its packages into dist/program, so that a start reads a few files and not three thousand.
 * `npm run build` runs it. What a program loads only sometimes (`import()`) is a file of its own. All of it lies as deep
 * below the top as `src/server` does, so that what the code finds from its own place it finds from there, too.
 */

import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, '../dist/program');

/** The server, the thread that thinks, and the program `keyturn`. */
const programs = ['main.ts', 'server/thread/responder-thread.ts', 'cli/bin.ts'];

/** Packages with code for one machine, and those that restify asks for and does without. */
const notBundled = ['libsql', 'dtrace-provider', 'spdy'];

/** Packages in the older form ask for Node's own modules with `require`, which a module does not have. */
const withRequire =
  "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);";

/** How long files of earlier builds stay, for servers that still run and load them later. Range 0 and more. */
const keepMs = 24 * 60 * 60 * 1000;

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: programs,
  outdir: out,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  external: notBundled,
  banner: { js: withRequire },
  charset: 'utf8',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  metafile: true,
});
await chmod(join(out, 'bin.js'), 0o755);

const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of await readdir(out)) {
  const path = join(out, name);
  if (!written.has(name) && Date.now() - (await stat(path)).mtimeMs > keepMs) await rm(path);
}
