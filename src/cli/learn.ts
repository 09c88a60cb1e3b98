/** `keyturn learn`: how often each question is answered wrongly, from closed cases. */

import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { FinishedCases } from '../core/diagnosis/learn-noise.ts';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import { problemOf } from '../server/system-problems.ts';
import { CASE_LIMIT_BYTES, readCase } from './case-file.ts';
import type { Arguments } from './command.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { loadKnowledge } from './knowledge.ts';
import { findingsOf, type Learned, learnedText } from './learned.ts';
import { linesOf } from './lines.ts';
import { knowledgeFolder } from './options.ts';
import { type Streams, write } from './streams.ts';
import { type Changed, changedText, writeNoise } from './write-noise.ts';

/** Most bad lines that are told one by one: more than anybody reads. Range from 1. */
const MAX_TOLD = 20;

/** Reads the cases, reports, and with `--write` changes the knowledge. Exit code 1 where a line was bad. */
export async function learn(args: Arguments, streams: Streams): Promise<number> {
  const path = args.words[0];
  if (path === undefined) throw new WrongUsage('name the file of closed cases, or - for stdin.');
  const folder = knowledgeFolder(args, streams.env);
  const { kb, prepared } = await loadKnowledge(folder);
  const cases = new FinishedCases(kb);
  const read = await readCases(path, cases, prepared.hash, streams);
  const learned: Learned = { ...read, knowledge: prepared.hash, questions: findingsOf(kb, cases.learned()) };
  const changed = args.has('write') ? await changes(folder, kb, learned) : null;
  const out = args.has('json')
    ? `${JSON.stringify({ ...learned, changed: changed ?? [] }, null, 2)}\n`
    : `${learnedText(learned)}${changed === null ? '' : `\n${changedText(folder, changed)}`}`;
  await write(streams.stdout, out);
  return read.badLines === 0 ? 0 : 1;
}

/** Throws `BadInput` where something speaks against touching the folder. */
async function changes(folder: string, kb: KnowledgeBase, learned: Learned): Promise<readonly Changed[]> {
  if (learned.badLines > 0)
    throw new BadInput(`nothing is written, because ${learned.badLines} of the lines could not be read.`);
  const noises = learned.questions.flatMap(({ question, learned: noise, verdict }) =>
    verdict === 'change' && noise !== null ? [{ question, noise }] : [],
  );
  return await writeNoise(folder, kb, noises);
}

type Read = Pick<Learned, 'cases' | 'otherKnowledge' | 'passedOver' | 'badLines'>;

/** Counts every case of the file as it is read. */
async function readCases(path: string, cases: FinishedCases, hash: string, streams: Streams): Promise<Read> {
  const name = path === '-' ? 'stdin' : path;
  const counts = { cases: 0, otherKnowledge: 0, passedOver: 0, badLines: 0 };
  for await (const line of linesOf(sourceOf(path, streams), CASE_LIMIT_BYTES)) {
    const read = readCase(line);
    if (read.kind === 'blank') continue;
    if (read.kind === 'bad') {
      counts.badLines += 1;
      if (counts.badLines <= MAX_TOLD)
        await write(streams.stderr, `${name}:${line.number}: ${read.message}\n`);
      continue;
    }
    counts.cases += 1;
    if (read.closed.knowledge !== hash) counts.otherKnowledge += 1;
    if (!cases.add(read.closed)) counts.passedOver += 1;
  }
  const more = counts.badLines - MAX_TOLD;
  if (more > 0) await write(streams.stderr, `(and ${more} bad lines more)\n`);
  return counts;
}

async function* sourceOf(path: string, { stdin }: Streams): AsyncGenerator<unknown> {
  const source: Readable = path === '-' ? stdin : createReadStream(path);
  try {
    yield* source;
  } catch (error) {
    throw new BadInput(`${path} cannot be read: ${problemOf(error)}.`);
  }
}
