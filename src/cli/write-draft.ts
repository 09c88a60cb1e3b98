/** Puts new files into a knowledge folder, all of them or none. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problemOf } from '../server/system-problems.ts';
import type { DraftFile } from '../workbench/draft-files.ts';
import { BadInput } from './faults.ts';

/**
 * Writes files that are not there yet; where one cannot be written, those before it are taken back.
 * @returns their paths, as an editor opens them
 * @throws BadInput where one exists already or cannot be written
 */
export async function writeDraft(folder: string, files: readonly DraftFile[]): Promise<string[]> {
  const written: string[] = [];
  for (const { path, text } of files) {
    const place = join(folder, path);
    try {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text, { flag: 'wx' });
      written.push(place);
    } catch (error) {
      await Promise.all(written.map((each) => rm(each, { force: true })));
      throw new BadInput(`${place} cannot be written: ${problemOf(error)}. Nothing was written.`);
    }
  }
  return written;
}
