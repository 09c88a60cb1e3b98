/** Trains what reads messages for the shipped base, so that no start waits for it. `npm run build` runs it. */

import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { readKnowledge } from '../core/knowledge/parse.ts';
import { grammarOf } from '../core/language/grammar.ts';
import { learnHeads } from '../core/language/reading/heads.ts';
import type { Lesson } from '../core/language/reading/lesson.ts';
import { lessonsOf } from '../core/language/reading/lessons.ts';
import { readKnowledgeFolder } from '../storage/knowledge-folder.ts';
import { noteTrainer, openModelShelf } from '../storage/model-shelf.ts';

/** Most threads that train side by side; each reads all examples of its lessons anew. 1 to 8. */
const MOST_THREADS = 4;

/** Which of how many parts of the lessons a thread trains, from 0. */
interface Share {
  readonly part: number;
  readonly parts: number;
}

/** Deals lessons out, the longest first, each to the part that has least to learn until then. */
function sharedOut(lessons: readonly Lesson[], parts: number): readonly (readonly Lesson[])[] {
  const shares = Array.from({ length: parts }, (): { lessons: Lesson[]; length: number } => ({
    lessons: [],
    length: 0,
  }));
  const lengthOf = ({ examples }: Lesson): number =>
    examples.length * new Set(examples.map(({ label }) => label)).size;
  for (const lesson of [...lessons].sort((one, other) => lengthOf(other) - lengthOf(one))) {
    const [least] = [...shares].sort((one, other) => one.length - other.length);
    least?.lessons.push(lesson);
    if (least !== undefined) least.length += lengthOf(lesson);
  }
  return shares.map((share) => share.lessons);
}

async function trainShare({ part, parts }: Share): Promise<void> {
  const { shelf, save } = await openModelShelf();
  const { kb } = readKnowledge((await readKnowledgeFolder('knowledge')).files);
  // A base with errors is what `keyturn check` tells of; the build goes on without models.
  if (kb === null) return;
  learnHeads(grammarOf(kb.language).stems, sharedOut(lessonsOf(kb), parts)[part] ?? [], shelf);
  await save();
}

async function trainAll(): Promise<void> {
  const parts = Math.min(MOST_THREADS, availableParallelism());
  await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const share: Share = { part, parts };
      await once(new Worker(new URL(import.meta.url), { workerData: share }), 'exit');
    }),
  );
  await noteTrainer();
}

await (isMainThread ? trainAll() : trainShare(workerData));
