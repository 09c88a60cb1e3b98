/**
 * `npm run --silent bench:peers -- [--only intent|search|diagnosis|speed|direct-line|web] [--rounds N]`: Keyturn beside
 * what a Node team could pick today. Results as one JSON object on stdout and as tables in RESULTS.md, progress on
 * stderr. With `--only` the other parts of RESULTS.md stay as they are.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { diagnosisMarkdown, measureDiagnosis } from './results-diagnosis.ts';
import { directLineMarkdown, measureDirectLine } from './results-direct-line.ts';
import { intentMarkdown, measureIntent } from './results-intent.ts';
import { failures, tell } from './results-runs.ts';
import { measureSearch, searchMarkdown } from './results-search.ts';
import { measureSpeed } from './results-speed.ts';
import { speedMarkdown } from './results-speed-tables.ts';
import { type Part, withParts } from './results-table.ts';
import { measureWeb, webMarkdown } from './results-web.ts';

const RESULTS = 'test/bench/RESULTS.md';
const HEADING = `# Measured beside the peers

Written by \`npm run --silent bench:peers\`; each part says when and where. The best figure of a line is bold. What a
tool cannot give is a dash.
`;

interface Measured {
  readonly json: unknown;
  readonly markdown: string;
}

/** One part: what it is called, what must be there before, and how it is measured. */
interface MeasuredPart {
  readonly title: string;
  /** The peers of `bench:peers:install`, with the data that they learn; `data`: these alone; null: nothing. */
  readonly needs: 'peers' | 'data' | null;
  readonly measure: (data: string) => Promise<Measured>;
}

/** The parts by the name that \`--only\` takes. */
const PARTS: Readonly<Record<string, MeasuredPart>> = {
  intent: {
    title: 'Intents',
    needs: 'peers',
    measure: async (data) => {
      const json = await measureIntent(data);
      return { json, markdown: intentMarkdown(json) };
    },
  },
  search: {
    title: 'Search',
    needs: 'peers',
    measure: async (data) => {
      const json = await measureSearch(data);
      return { json, markdown: searchMarkdown(json) };
    },
  },
  diagnosis: {
    title: 'Diagnosis',
    needs: 'data',
    measure: async (data) => {
      const json = await measureDiagnosis(data);
      return { json, markdown: diagnosisMarkdown(json) };
    },
  },
  speed: {
    title: 'Speed and size',
    needs: 'peers',
    measure: async (data) => {
      const json = await measureSpeed(data, rounds);
      return { json, markdown: speedMarkdown(json) };
    },
  },
  'direct-line': {
    title: 'Direct Line',
    needs: null,
    measure: async () => {
      const json = await measureDirectLine();
      return { json, markdown: directLineMarkdown(json) };
    },
  },
  web: {
    title: 'The widget beside Web Chat',
    needs: null,
    measure: async () => {
      const json = await measureWeb();
      return { json, markdown: webMarkdown(json) };
    },
  },
};

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '3' } },
});
const rounds = Number(values.rounds);
const chosen = values.only === undefined ? Object.keys(PARTS) : [values.only];
const data = process.env.KEYTURN_BENCH_DATA ?? '';
const peers = installedPeers();

const wrong = complaint();
if (wrong !== null) {
  tell(wrong);
  process.exit(2);
}

const machine = {
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  commit: commit(),
  date: new Date().toISOString().slice(0, 10),
  peers,
};
const results: Record<string, unknown> = { machine };
const parts: Part[] = [];
for (const name of chosen) {
  const part = PARTS[name];
  if (part === undefined) continue;
  const load = loadavg()[0]?.toFixed(1);
  const { json, markdown } = await part.measure(data);
  results[name] = json;
  parts.push({ title: part.title, markdown: `${markdown}\n\n${described(load, part)}` });
}
const titles = Object.values(PARTS).map(({ title }) => title);
const written = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
writeFileSync(RESULTS, withParts(HEADING, titles, written, parts));
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
if (failures.length > 0) {
  tell(`These failed and have a dash: ${failures.join('; ')}`);
  process.exitCode = 1;
}

/** What is missing to begin, and what to do; null where nothing is. */
function complaint(): string | null {
  if (chosen.some((name) => PARTS[name] === undefined)) {
    return `--only ${values.only}: take one of ${Object.keys(PARTS).join(', ')}.`;
  }
  if (!(Number.isInteger(rounds) && rounds >= 1))
    return `--rounds ${values.rounds}: take a number from 1 on.`;
  const needed = new Set(chosen.map((name) => PARTS[name]?.needs));
  if (!needed.has('peers') && !needed.has('data')) return null;
  if (data === '')
    return 'Set KEYTURN_BENCH_DATA to the folder of the data, with intent/, search/ and diagnosis/ in the format that test/bench/peers/files.ts tells.';
  if (!existsSync(data)) return `KEYTURN_BENCH_DATA is ${data}, which is not there.`;
  if (peers === null && needed.has('peers')) {
    return 'The peers are not installed: run "npm run bench:peers:install" once; the product needs none of them.';
  }
  return null;
}

/** The versions of the peers as they are installed; null where one is not. */
function installedPeers(): Readonly<Record<string, string>> | null {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('test/bench/package.json', 'utf8')));
  const manifest = (name: string): string => `test/bench/node_modules/${name}/package.json`;
  const names = Object.keys(dependencies);
  if (!names.every((name) => existsSync(manifest(name)))) return null;
  const Manifest = z.object({ version: z.string() });
  return Object.fromEntries(
    names.map((name) => [name, Manifest.parse(JSON.parse(readFileSync(manifest(name), 'utf8'))).version]),
  );
}

/** The commit that is measured, and whether the sources differ from it. */
function commit(): string {
  try {
    const git = (...argv: string[]): string => execFileSync('git', argv, { encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--', 'src', 'knowledge', 'package.json') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

function described(load: string | undefined, { needs }: MeasuredPart): string {
  const { cores, cpu, memoryGb, node, date } = machine;
  const versions = Object.entries(needs === null ? {} : (peers ?? {})).map(
    ([name, version]) => `${name} ${version}`,
  );
  return [
    `Measured on ${date}: ${cores} cores (${cpu}), ${memoryGb} GB, load ${load} at the start, Node ${node},`,
    `commit ${machine.commit}.`,
    ...(versions.length === 0 ? [] : [`Peers: ${versions.join(', ')}.`]),
  ].join('\n');
}
