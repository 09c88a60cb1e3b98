/** `keyturn check`: every complaint about a knowledge base. */

import { isAbsolute, relative } from 'node:path';
import type { Writable } from 'node:stream';
import { type Complaint, formatComplaint, readKnowledge } from '../core/knowledge/parse.ts';
import {
  type KnowledgeFolder,
  KnowledgeFolderError,
  readKnowledgeFolder,
} from '../storage/knowledge-folder.ts';
import { openModelShelf } from '../storage/model-shelf.ts';
import { CHECKING_STEPS, checking } from '../workbench/check.ts';
import { misreadSteps } from '../workbench/misread-examples.ts';
import { BadInput } from './faults.ts';
import { Progress } from './progress.ts';
import { type Output, write } from './streams.ts';

/** Where it prints: complaints to `stdout`, how far it is and how many there are to `stderr`. */
export interface CheckStreams {
  readonly stdout: Writable;
  readonly stderr: Output;
}

/** How it prints. */
export interface CheckOptions {
  /** One JSON object instead of lines of text. */
  readonly json: boolean;
  /** Colours for a terminal. */
  readonly colour: boolean;
  /** Reads every example by the others, too. */
  readonly leftOut?: boolean;
}

/**
 * Most complaints that are printed as text: more than anybody reads, and the first ones are often the cause of the
 * others. Range from 1. As JSON all are printed.
 */
const MAX_PRINTED = 1000;

/**
 * Reads a folder, checks it and tries it, and prints every complaint in the order of files and lines.
 * @returns the exit code: 0 where there is no complaint, 1 where there is any, warnings too
 * @throws BadInput where the folder cannot be read at all
 */
export async function check(dir: string, out: CheckStreams, options: CheckOptions): Promise<number> {
  const folder = await folderAt(dir);
  const complaints = await complaintsOf(folder, out.stderr, options.leftOut === true);
  if (options.json) await printJson(dir, complaints, out);
  else await printText(dir, folder.files.length, complaints, out, options);
  return complaints.length === 0 ? 0 : 1;
}

async function folderAt(dir: string): Promise<KnowledgeFolder> {
  try {
    return await readKnowledgeFolder(dir);
  } catch (error) {
    if (error instanceof KnowledgeFolderError) throw new BadInput(error.message);
    throw error;
  }
}

/** What is tried takes a few seconds on a large base, and minutes where every example is left out. */
async function complaintsOf(
  { files, hash }: KnowledgeFolder,
  stderr: Output,
  leftOut: boolean,
): Promise<readonly Complaint[]> {
  const { kb } = leftOut ? readKnowledge(files) : { kb: null };
  const progress = new Progress(stderr, CHECKING_STEPS + (kb === null ? 0 : misreadSteps(kb)));
  const models = await openModelShelf();
  const steps = checking(files, hash, { shelf: models.shelf, leftOut });
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      await progress.end();
      await models.save();
      return step.value;
    }
    await progress.step(step.value);
  }
}

async function printJson(dir: string, complaints: readonly Complaint[], out: CheckStreams): Promise<void> {
  const folder = folderOf(dir);
  const placed = complaints.map((complaint) => ({ ...complaint, path: `${folder}${complaint.path}` }));
  await write(out.stdout, `${JSON.stringify({ ...counted(complaints), complaints: placed }, null, 2)}\n`);
}

async function printText(
  dir: string,
  files: number,
  complaints: readonly Complaint[],
  out: CheckStreams,
  { colour }: CheckOptions,
): Promise<void> {
  const folder = folderOf(dir);
  for (const complaint of complaints.slice(0, MAX_PRINTED)) {
    const text = formatComplaint(complaint, folder);
    await write(out.stdout, `${colour ? coloured(text, complaint) : text}\n`);
  }
  const more = complaints.length - MAX_PRINTED;
  if (more > 0) await write(out.stdout, `(and ${more} more)\n`);
  const { errors, warnings } = counted(complaints);
  const found =
    complaints.length === 0 ? 'no complaints' : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  await write(out.stderr, `${folder.slice(0, -1)}: ${plural(files, 'file')}, ${found}\n`);
}

/** The folder as it stands before paths: short where it lies below the working folder, so that editors can jump. */
function folderOf(dir: string): string {
  const short = relative(process.cwd(), dir);
  const isBelow = short !== '' && !short.startsWith('..') && !isAbsolute(short);
  return `${(isBelow ? short : dir).replaceAll('\\', '/').replace(/\/+$/, '')}/`;
}

function counted(complaints: readonly Complaint[]): { readonly errors: number; readonly warnings: number } {
  const errors = complaints.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: complaints.length - errors };
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const PLAIN = '\u001b[0m';

/** The code in red for an error, in yellow for a warning. */
function coloured(text: string, { code, severity }: Complaint): string {
  return text.replace(` ${code} `, ` ${severity === 'error' ? RED : YELLOW}${code}${PLAIN} `);
}
