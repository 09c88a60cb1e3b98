/**
 * Bundles what browsers load into dist/web: widget.js, the pages, and assets/NAME.HASH.{js,css}, each with a .gz and a
 * .br beside it. `npm run build` runs it. A page's own links are its entry points: `src="./main.tsx"` and
 * `href="./chat.css"` in its HTML are bundled, and the HTML that is written names what came out of them.
 *
 * A server and tests may read dist/web meanwhile: a file that is current is left alone, any other one is put in place
 * whole, assets before the pages that name them.
 */

import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const out = join(root, 'dist/web');

/** Browsers of early 2020 and newer: tills are replaced every seven years or so. Older: larger files. */
const target = ['chrome80', 'edge80', 'firefox78', 'safari14.1'];

/** How long assets that no page names any longer stay, for pages that were opened before. Range 0 and more. */
const keepMs = 24 * 60 * 60 * 1000;

const launcher = 'launcher/widget.ts';
const pages = ['demo/index.html', 'chat/chat.html'];

/** What a script or a style sheet of a page looks like in its HTML. */
const entryLink = /(src|href)="(\.\/[^"]+\.(?:tsx?|css))"/g;

/** A style sheet that a script imports becomes its text, made small. */
const cssAsText = {
  name: 'css-as-text',
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** One function of the core would draw the core into pages that old tills load over slow lines: types alone. */
const typesAlone = {
  name: 'types-alone',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const name = relative(root, path);
      if (!relative(here, path).startsWith('..')) return undefined;
      return { errors: [{ text: `${name} is no browser code. Take only types of it: import type.` }] };
    });
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
  outdir: out,
  target,
  write: false,
};

/** The launcher, which a foreign page loads as a plain script: Map of file name in dist/web → bytes. */
async function bundleLauncher() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { widget: join(here, launcher) },
    format: 'iife',
    plugins: [cssAsText, typesAlone],
    // Chrome below 91 stumbles only over a spread behind `?.`, of which the launcher has none.
    supported: { 'optional-chain': true },
  });
  return new Map(outputFiles.map(({ path, contents }) => [relative(out, path), Buffer.from(contents)]));
}

/** Everything that the pages link to, and which file came out of which source. */
async function bundleAssets(sources) {
  const { outputFiles, metafile } = await build({
    ...common,
    entryNames: 'assets/[name].[hash]',
    entryPoints: sources,
    format: 'esm',
    plugins: [typesAlone],
  });
  const files = new Map(
    outputFiles.map(({ path, contents }) => [relative(out, path), Buffer.from(contents)]),
  );
  const madeOf = new Map();
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint !== undefined) madeOf.set(resolve(root, entryPoint), relative(out, resolve(root, path)));
  return { files, madeOf };
}

async function bundlePages() {
  const read = async (page) => ({
    page: join(here, page),
    html: await readFile(join(here, page), 'utf8'),
  });
  const all = await Promise.all(pages.map(read));
  const source = (page, link) => resolve(dirname(page), link);
  const sources = all.flatMap(({ page, html }) =>
    [...html.matchAll(entryLink)].map(([, , link]) => source(page, link)),
  );
  const { files, madeOf } = await bundleAssets([...new Set(sources)]);
  for (const { page, html } of all) {
    const named = html.replace(
      entryLink,
      (_, attribute, link) => `${attribute}="/${madeOf.get(source(page, link))}"`,
    );
    files.set(basename(page), Buffer.from(named));
  }
  return files;
}

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

const isThere = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function putInPlace(path, bytes) {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, bytes);
  await rename(part, path);
}

/** Writes a file and its packed forms, unless they are there already. */
async function writeCurrent(name, bytes) {
  const path = join(out, name);
  const before = await readFile(path).catch(() => null);
  const packed = (await isThere(`${path}.gz`)) && (await isThere(`${path}.br`));
  if (packed && before?.equals(bytes)) return;
  await putInPlace(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  await putInPlace(`${path}.br`, brotli(bytes));
  await putInPlace(path, bytes);
}

async function dropOld(files, now) {
  const folder = join(out, 'assets');
  for (const name of await readdir(folder)) {
    const current = files.has(`assets/${name.replace(/\.(gz|br)$/, '')}`);
    if (current) continue;
    const written = await stat(join(folder, name)).catch(() => null);
    if (written !== null && now - written.mtimeMs > keepMs) await rm(join(folder, name), { force: true });
  }
}

/** What goes into dist/web; null where the sources are at fault, of which esbuild has told by then. */
async function bundleAll() {
  try {
    return new Map([...(await bundleLauncher()), ...(await bundlePages())]);
  } catch (error) {
    if (error instanceof Error && 'errors' in error) return null;
    throw error;
  }
}

const size = ([name, bytes]) => `${name} ${gzipSync(bytes, { level: 9 }).length}`;

const files = await bundleAll();
if (files === null) process.exit(1);
await mkdir(join(out, 'assets'), { recursive: true });
for (const [name, bytes] of files) await writeCurrent(name, bytes);
await dropOld(files, Date.now());
// Not on stdout: commands that build first print one JSON object there.
process.stderr.write(`dist/web, bytes gzipped: ${[...files].map(size).join(', ')}\n`);
