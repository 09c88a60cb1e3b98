/** Examples that their own reader gets wrong where they are left out: mislabelled, or too few of their kind. */

import { LEFT_OUT_PARTS, misreadLeftOut } from '../core/classifier/left-out.ts';
import { emptyShelves, nameOf } from '../core/knowledge/base.ts';
import type { Finding } from '../core/knowledge/complaint.ts';
import type { KnowledgeFile } from '../core/knowledge/files.ts';
import type { KnowledgeBase } from '../core/knowledge/model.ts';
import { readFile } from '../core/knowledge/parse/file.ts';
import { grammarOf } from '../core/language/grammar.ts';
import { actHead, type Waiting } from '../core/language/reading/act-lessons.ts';
import { ARTICLE_HEAD } from '../core/language/reading/article-lessons.ts';
import type { Lesson } from '../core/language/reading/lesson.ts';
import { lessonsOf } from '../core/language/reading/lessons.ts';
import { PROBLEM_HEAD } from '../core/language/reading/message-lessons.ts';
import { replyHead } from '../core/language/reading/reply-lessons.ts';
import { STANDING_HEAD } from '../core/language/reading/standing.ts';
import { newSpeller } from '../core/language/spelling.ts';

/** A line that an author wrote. */
interface Written {
  readonly path: string;
  readonly index: number;
}

/** Written lines by the head that they teach, what they are taught as, and their words. */
type WrittenLines = ReadonlyMap<string, Written>;

const keyOf = (head: string, label: string, says: string): string => JSON.stringify([head, label, says]);

/** How many steps `misreadExamples` has. */
export const misreadSteps = (kb: KnowledgeBase): number => taughtBy(kb).length * LEFT_OUT_PARTS;

/** Reads every example by the others of its head, and says before each part which head it is at. Takes minutes. */
export function* misreadExamples(
  kb: KnowledgeBase,
  files: readonly KnowledgeFile[],
): Generator<string, readonly Finding[]> {
  const { stems } = grammarOf(kb.language);
  const written = writtenIn(files);
  const findings: Finding[] = [];
  for (const { head, examples, options } of taughtBy(kb)) {
    const parts = misreadLeftOut(stems, examples, options);
    for (let part = parts.next(); ; part = parts.next()) {
      if (part.done !== true) {
        yield `reading the examples of ${head} by each other`;
        continue;
      }
      for (const { example, as } of part.value) {
        const line = written.get(keyOf(head, example.label, example.text));
        if (line !== undefined) findings.push(findingOf(line, example.label, as));
      }
      break;
    }
  }
  return findings;
}

const findingOf = ({ path, index }: Written, label: string, as: string): Finding => ({
  code: 'EXAMPLE_MISREAD',
  path,
  where: [index, 'says'],
  point: 'value',
  message: `where it is left out, the other examples read it as "${as}"`,
  suggestion: `is it "${label}"? Then write a few more like it; otherwise move it`,
});

/** Heads whose examples have one label each. */
const taughtBy = (kb: KnowledgeBase): readonly Lesson[] =>
  lessonsOf(kb).filter(({ head, examples }) => isRead(kb, head) && examples.length > 0);

const isRead = (kb: KnowledgeBase, head: string): boolean =>
  head === PROBLEM_HEAD ||
  head === STANDING_HEAD ||
  head === ARTICLE_HEAD ||
  WAITING.some((waiting) => head === actHead(waiting)) ||
  kb.questions.some(({ id }) => head === replyHead(id));

const WAITING: readonly Waiting[] = ['question', 'remedy', 'nothing'];

function writtenIn(files: readonly KnowledgeFile[]): WrittenLines {
  const shelves = emptyShelves();
  const spell = newSpeller();
  for (const file of files) if (file.path.startsWith('examples/')) readFile(file, shelves, spell);
  const lines = new Map<string, Written>();
  const note = (head: string, label: string, says: string, line: Written): void => {
    lines.set(keyOf(head, label, says), line);
  };
  for (const { path, value } of shelves['problem-examples'])
    for (const [index, { says }] of value.entries()) note(PROBLEM_HEAD, nameOf(path), says, { path, index });
  for (const { path, value } of shelves['reply-examples'])
    for (const [index, { says, answer }] of value.entries())
      note(replyHead(nameOf(path)), answer, says, { path, index });
  for (const { path, value } of shelves['turn-examples'])
    for (const [index, { says, while: waiting = 'nothing' }] of value.entries())
      note(actHead(waiting), nameOf(path), says, { path, index });
  for (const { path, value } of shelves['statement-examples'])
    for (const [index, { says }] of value.entries()) note(STANDING_HEAD, nameOf(path), says, { path, index });
  for (const { path, value } of shelves['answer-examples'])
    for (const [index, { says }] of value.entries()) note(ARTICLE_HEAD, nameOf(path), says, { path, index });
  return lines;
}
