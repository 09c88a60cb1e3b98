/** Writes learned noise into the files of a knowledge base. */

import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';
import { withNoise } from '../core/knowledge/parse/written-noise.ts';
import { type KnowledgeFile, readKnowledge } from '../core/knowledge/parse.ts';
import { problemOf } from '../server/system-problems.ts';
import { readKnowledgeFolder } from '../storage/knowledge-folder.ts';
import { BadInput } from './faults.ts';

/** A noise for one question, 0..0.5. */
export interface NewNoise {
  readonly question: Id;
  readonly noise: number;
}

/** A value that was written. `path` relative to the knowledge folder, `line` from 1. */
export interface Changed {
  readonly path: string;
  readonly line: number;
  readonly question: Id;
  readonly from: number;
  readonly to: number;
}

/**
 * Changes `noise` in the files of these questions, and nothing else in them; each file is replaced as a whole, so that
 * none is ever half written.
 * @throws BadInput where the folder has any complaint, has changed meanwhile, or cannot be written
 */
export async function writeNoise(
  folder: string,
  kb: KnowledgeBase,
  noises: readonly NewNoise[],
): Promise<readonly Changed[]> {
  const { files } = await readKnowledgeFolder(folder);
  const { complaints } = readKnowledge(files);
  if (complaints.length > 0) {
    const count = `${complaints.length} ${complaints.length === 1 ? 'complaint' : 'complaints'}`;
    throw new BadInput(`nothing is written, because of ${count}: run "keyturn check ${folder}".`);
  }
  const edits = noises.map((each) => editOf(kb, files, each));
  checkEdits(folder, files, edits);
  for (const { path, bytes } of edits) await replace(join(folder, path), bytes);
  return edits.map(({ path, line, question, from, to }) => ({ path, line, question, from, to }));
}

/** What `--write` did, a line a value. */
export function changedText(folder: string, changed: readonly Changed[]): string {
  const lines = changed.map(
    ({ path, line, from, to }) => `${join(folder, path)}:${line}: noise ${from} is now ${to}\n`,
  );
  return changed.length === 0 ? 'Nothing was written.\n' : lines.join('');
}

type Edit = Changed & KnowledgeFile;

const BYTE_ORDER_MARK = '\uFEFF';

function editOf(kb: KnowledgeBase, files: readonly KnowledgeFile[], { question, noise }: NewNoise): Edit {
  const path = `questions/${question}.yaml`;
  const file = files.find((each) => each.path === path);
  const from = kb.questions.find(({ id }) => id === question)?.noise;
  if (file === undefined || from === undefined) throw new BadInput(`${path} is gone; run the command again.`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const rewritten = withNoise(text.slice(mark.length), noise);
  const bytes = new TextEncoder().encode(mark + rewritten.text);
  return { path, bytes, line: rewritten.line, question, from, to: noise };
}

/** Reads the folder as it will be: a change that says something else than it should never reaches the disk. */
function checkEdits(folder: string, files: readonly KnowledgeFile[], edits: readonly Edit[]): void {
  const after = new Map([...files, ...edits].map(({ path, bytes }) => [path, { path, bytes }]));
  const { kb } = readKnowledge([...after.values()]);
  const noises = new Map(kb?.questions.map(({ id, noise }) => [id, noise]));
  const wrong = edits.find(({ question, to }) => noises.get(question) !== to);
  if (wrong !== undefined)
    throw new BadInput(
      `${folder}/${wrong.path} cannot be changed safely; write "noise: ${wrong.to}" yourself.`,
    );
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const real = await realpath(path);
    // The reader of a knowledge folder passes over names that begin with a dot.
    const beside = join(dirname(real), `.${basename(real)}.new`);
    await writeFile(beside, bytes, { mode: (await stat(real)).mode });
    await rename(beside, real).catch(async (error: unknown) => {
      await rm(beside, { force: true });
      throw error;
    });
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${problemOf(error)}.`);
  }
}
