/**
 * Makes dist/ from the sources, with the development packages: `npm run build`. With `--where-needed`, as `npm start` and
 * npm's `prepare` run it, a dist/ that is whole and was made of these very sources is left alone; so a production
 * install serves what was built before. Exit 1: dist/ could not be made, and stderr says what to do.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
/** What dist/ was made of and what was made: `{ sources, outputs: { "program/bin.js": "…" } }`, all SHA-256. */
const record = join(dist, '.made-of.json');
/** What tsc knows of its last run. */
const compilerState = join(dist, '.tsbuildinfo');
/** Made by others: the benches, models that are trained later, and what tsc keeps for itself. */
const notOurs = /^(bench\/|models\/|\.)/;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder, sorted, by its path from there with `/` → the SHA-256 of its bytes. */
function digests(folder) {
  const paths = readdirSync(folder, { recursive: true }).map((path) => path.split(sep).join('/'));
  const files = paths.sort().filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

/** One SHA-256 over all that a build depends on: the sources, how they are compiled, and the packages, which are pinned. */
function digestOfSources() {
  const read = (name) => readFileSync(join(root, name), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const how = [read('build.mjs'), read('tsconfig.json'), dependencies, devDependencies];
  return sha256(JSON.stringify([how, digests(join(root, 'src'))]));
}

function digestsOfOutputs() {
  return Object.fromEntries(Object.entries(digests(dist)).filter(([path]) => !notOurs.test(path)));
}

/** What the last build that came to its end wrote down; null: there was none. */
function lastBuild() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return null;
  }
}

/** Where the sources were not taken along, as into a container, a whole dist/ is as current as it can be. */
function isCurrent(built) {
  if (built === null || JSON.stringify(built.outputs) !== JSON.stringify(digestsOfOutputs())) return false;
  return !existsSync(join(root, 'src')) || built.sources === digestOfSources();
}

/** Where the compiler is; null: the development packages are not installed. */
function findCompiler() {
  const { resolve } = createRequire(import.meta.url);
  try {
    resolve('esbuild');
    return join(dirname(resolve('typescript/package.json')), 'bin/tsc');
  } catch {
    return null;
  }
}

/** Ends the process with one line on stderr. */
function refuse(built) {
  const state = built === null ? 'Keyturn is not built yet' : 'dist/ is not what these sources make';
  process.stderr.write(
    `${state}, and the packages that build it are not installed. Run "npm ci --include=dev", which builds; after it "npm prune --omit=dev" leaves the packages that serve.\n`,
  );
  process.exit(1);
}

function run(program, ...options) {
  const { status } = spawnSync(process.execPath, [program, ...options], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function runSteps(compiler) {
  run(compiler, '-b', 'src');
  run('dist/cli/author-schemas.js');
  run('dist/cli/train-models.js');
  cpSync(join(root, 'knowledge/language'), join(dist, 'language'), { recursive: true });
  run('src/bundle.mjs');
  run('src/web/bundle.mjs');
}

function build(compiler, built) {
  rmSync(record, { force: true });
  const lost = Object.keys(built?.outputs ?? {}).some((path) => !existsSync(join(dist, path)));
  // tsc looks at the sources alone and would not write again what was lost.
  if (lost) rmSync(compilerState, { force: true });
  // Read first: what is saved while the build runs makes it stale.
  const sources = digestOfSources();
  runSteps(compiler);
  writeFileSync(record, JSON.stringify({ sources, outputs: digestsOfOutputs() }));
}

const built = lastBuild();
if (!(process.argv.includes('--where-needed') && isCurrent(built))) {
  const compiler = findCompiler();
  if (compiler === null) refuse(built);
  build(compiler, built);
}
