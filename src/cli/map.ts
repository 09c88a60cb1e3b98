/** `keyturn map`: the knowledge base drawn as one page. */

import { writeFile } from 'node:fs/promises';
import { problemOf } from '../server/system-problems.ts';
import { drawMap } from '../workbench/map.ts';
import type { Arguments } from './command.ts';
import { BadInput } from './faults.ts';
import { loadKnowledge } from './knowledge.ts';
import { knowledgeFolder, personOf } from './options.ts';
import { ableRole, peopleOf, playWords } from './played-words.ts';
import { type Streams, write } from './streams.ts';

/** Draws the base to stdout, or into the file that `--out` names and says so. */
export async function map(args: Arguments, streams: Streams): Promise<number> {
  const people = peopleOf(args);
  const { kb, prepared } = await loadKnowledge(knowledgeFolder(args, streams.env));
  const { family } = personOf(args, prepared);
  const { hash } = prepared;
  const words = people === null ? null : await playWords({ kb, hash, role: ableRole(kb), people }, streams);
  const page = drawMap({ kb, diagnosis: prepared.diagnosis, hash, family, words });
  const path = args.value('out');
  if (path === null) {
    await write(streams.stdout, page);
    return 0;
  }
  try {
    await writeFile(path, page);
  } catch (error) {
    throw new BadInput(`the map cannot be written to ${path}: ${problemOf(error)}.`);
  }
  const drawn = family === null ? kb.title : `${kb.title}, ${family}`;
  await write(
    streams.stderr,
    `${path}: ${drawn}, ${Math.ceil(page.length / 1024)} KB. Open it in a browser.\n`,
  );
  return 0;
}
