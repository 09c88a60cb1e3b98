/** Answers from a file instead of a person, in YAML or JSON. */

import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { readLoose } from '../core/knowledge/parse/write.ts';
import { problemOf } from '../server/system-problems.ts';
import { shapeFault } from '../workbench/draft.ts';
import { BadInput } from './faults.ts';

/** Reads a file of answers of this shape. Throws `BadInput` with the place of what is wrong. */
export async function readAnswers<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new BadInput(`${path} cannot be read: ${problemOf(error)}.`);
  });
  const loose = readLoose(text);
  if (loose.kind === 'unreadable') throw new BadInput(`${path}:${loose.line}:${loose.col}: ${loose.message}`);
  const read = schema.safeParse(loose.value ?? {});
  if (!read.success) throw new BadInput(`${path}: ${shapeFault(read.error)}`);
  return read.data;
}
