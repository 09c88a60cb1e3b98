/** In which file a thing of the knowledge base stands. */

import { nameOf } from '../core/knowledge/base.ts';
import type { KnowledgeFile } from '../core/knowledge/files.ts';
import type { Id } from '../core/knowledge/model.ts';

/** Paths relative to the knowledge folder, by id. */
export interface Paths {
  readonly problem: (id: Id) => string;
  readonly question: (id: Id) => string;
}

/** A checked base has each problem and question in the file of its name; one without a file is placed at its folder. */
export function pathsOf(files: readonly KnowledgeFile[]): Paths {
  const inFolder = (folder: string) => {
    const inside = files.map(({ path }) => path).filter((path) => path.startsWith(folder));
    const byName = new Map(inside.map((path) => [nameOf(path), path]));
    return (id: Id): string => byName.get(id) ?? folder;
  };
  return { problem: inFolder('problems/'), question: inFolder('questions/') };
}
