/** Loads the knowledge that a command works with. */

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import { readKnowledge } from '../core/knowledge/parse.ts';
import { type Prepared, prepare } from '../core/prepare.ts';
import type { Arguments } from './command.ts';
import { BadInput } from './faults.ts';

/** The knowledge base that comes with the program. */
export const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** A knowledge base, as the authors see it and as `respond` needs it. */
export interface LoadedKnowledge {
  readonly kb: KnowledgeBase;
  readonly prepared: Prepared;
}

/** The folder that `--knowledge` names, or the shipped one. */
export function knowledgeFolder(args: Arguments): string {
  return args.value('knowledge') ?? SHIPPED_KNOWLEDGE;
}

/** Reads and prepares a folder. Throws `BadInput` where it cannot be read or has errors. */
export async function loadKnowledge(dir: string): Promise<LoadedKnowledge> {
  const { kb, complaints } = readKnowledge(await filesOf(dir));
  if (kb === null) {
    const errors = complaints.filter((complaint) => complaint.severity === 'error').length;
    throw new BadInput(`the knowledge base ${dir} has ${errors} errors; "keyturn check ${dir}" shows them.`);
  }
  return { kb, prepared: prepare(kb, 'unhashed') };
}

async function filesOf(dir: string): Promise<{ path: string; bytes: Uint8Array }[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => {
    throw new BadInput(`there is no folder ${dir} that can be read; --knowledge must name one.`);
  });
  const paths = entries
    .filter((each) => each.isFile() && each.name.endsWith('.yaml'))
    .map((each) => join(each.path, each.name));
  return await Promise.all(
    paths.map(async (path) => ({
      path: relative(dir, path).split(sep).join('/'),
      bytes: await readFile(path),
    })),
  );
}
