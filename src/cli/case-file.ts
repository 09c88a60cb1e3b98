/** Files of closed cases, one JSON line a case. */

import { appendFile, type FileHandle, open } from 'node:fs/promises';
import { type ClosedCase, closedCaseSchema } from '../core/closed-case.ts';
import { problemOf } from '../server/system-problems.ts';
import { BadInput } from './faults.ts';
import type { Line } from './lines.ts';

/** Longest line that is read, in bytes: a case with a thousand facts is a tenth of it. */
export const CASE_LIMIT_BYTES = 1024 * 1024;

/** Adds a case at the end of a file, which is made where there is none. Throws `BadInput`. */
export async function appendCase(path: string, closed: ClosedCase): Promise<void> {
  try {
    await appendFile(path, lineOf(closed));
  } catch (error) {
    throw new BadInput(`the case cannot be added to ${path}: ${problemOf(error)}.`);
  }
}

/** A new file that is being written, case by case. */
export class CaseFile {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Never takes the place of a file: cases that people had would be gone. Throws `BadInput`. */
  static async begin(path: string): Promise<CaseFile> {
    try {
      return new CaseFile(await open(path, 'wx'));
    } catch (error) {
      throw new BadInput(`${path} cannot be begun: ${problemOf(error)}.`);
    }
  }

  async add(closed: ClosedCase): Promise<void> {
    await this.#file.writeFile(lineOf(closed));
  }

  async end(): Promise<void> {
    await this.#file.close();
  }
}

const lineOf = (closed: ClosedCase): string => `${JSON.stringify(closed)}\n`;

/** What became of a line. */
export type ReadCase =
  | { readonly kind: 'blank' }
  | { readonly kind: 'case'; readonly closed: ClosedCase }
  | { readonly kind: 'bad'; readonly message: string };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const SHAPE =
  '{"knowledge": …, "family": …, "problem": …, "facts": [{"question": …, "answer": …, "denied": …}]}';

/** Reads one line. Never throws. */
export function readCase(line: Line): ReadCase {
  if (line.tooLong) return bad(`the line is longer than ${CASE_LIMIT_BYTES} bytes; is it a file of cases?`);
  const text = decoded(line.bytes);
  if (text === null) return bad('the line is not UTF-8; save the file as UTF-8');
  if (text.trim() === '') return { kind: 'blank' };
  const value = parsed(text);
  if (value === undefined) return bad(`the line is not JSON; each line must be ${SHAPE}`);
  const read = closedCaseSchema.safeParse(value);
  if (read.success) return { kind: 'case', closed: read.data };
  const issue = read.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'the line' : `"${issue.path.join('.')}"`;
  return bad(`${where} is not as it must be (${issue?.message ?? ''}); each line must be ${SHAPE}`);
}

const bad = (message: string): ReadCase => ({ kind: 'bad', message });

function decoded(bytes: Buffer): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
