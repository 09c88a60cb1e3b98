/** One example that an author adds: the line that it is, and what the reader hears otherwise for it. */

import { z } from 'zod';
import { classify } from '../core/classifier/classify.ts';
import type { KnowledgeFile } from '../core/knowledge/files.ts';
import {
  type Id,
  type KnowledgeBase,
  type Level,
  REPLY_KINDS,
  type Standing,
  type TurnAct,
} from '../core/knowledge/model.ts';
import { comparable } from '../core/knowledge/phrase.ts';
import { grammarOf } from '../core/language/grammar.ts';
import { actHead } from '../core/language/reading/act-lessons.ts';
import { ARTICLE_HEAD } from '../core/language/reading/article-lessons.ts';
import { type Head, keyOf, learnHeads, type ModelShelf, readWith } from '../core/language/reading/heads.ts';
import type { Lesson } from '../core/language/reading/lesson.ts';
import { lessonsOf } from '../core/language/reading/lessons.ts';
import { replyHead } from '../core/language/reading/reply-lessons.ts';
import { STANDING_HEAD } from '../core/language/reading/standing.ts';
import { STATEMENT_HEAD } from '../core/language/reading/statement-lessons.ts';
import type { DraftFile } from './draft-files.ts';

/** Question → the answer that a text states. */
export type Facts = Readonly<Record<Id, Id>>;

/** What an author says that a text is. */
export type ExampleOf =
  | {
      readonly kind: 'problem';
      readonly problem: Id;
      readonly family: Id | null;
      readonly level: Level;
      readonly facts: Facts;
    }
  | { readonly kind: 'statement'; readonly standing: Standing; readonly facts: Facts }
  | { readonly kind: 'reply'; readonly question: Id; readonly answer: Id }
  | {
      readonly kind: 'turn';
      readonly act: TurnAct;
      readonly question: Id | null;
      readonly remedy: Id | null;
    }
  /** `article` is `NO_ARTICLE` for a question that none answers. */
  | {
      readonly kind: 'side-question';
      readonly article: Id;
      readonly question: Id | null;
      readonly remedy: Id | null;
    };

/** The file with the example at its end, and what stands there more than before: nothing where it stood there already. */
export interface DraftedExample {
  readonly file: DraftFile;
  readonly added: string;
}

/** Adds the example to its file, which may be a new one. */
export function draftedExample(
  files: readonly KnowledgeFile[],
  says: string,
  example: ExampleOf,
): DraftedExample {
  const path = pathOf(example);
  const bytes = files.find((file) => file.path === path)?.bytes;
  const before = bytes === undefined ? '' : new TextDecoder().decode(bytes);
  if (standsIn(before, says, example)) return { file: { path, text: before }, added: '' };
  const added = `${before === '' || before.endsWith('\n') ? '' : '\n'}${JSON.stringify({ says, ...rest(example) })}\n`;
  return { file: { path, text: before + added }, added };
}

/** What tells two lines of one file apart that have the same words. */
const lineSchema = z.object({
  says: z.string(),
  answer: z.string().optional(),
  while: z.string().optional(),
  question: z.string().optional(),
  problem: z.string().optional(),
});

/** Whether a line of the file teaches the same already. */
function standsIn(text: string, says: string, example: ExampleOf): boolean {
  const keyOf = (line: unknown): string | null => {
    const { data } = lineSchema.safeParse(line);
    return data === undefined ? null : JSON.stringify({ ...data, says: comparable(data.says) });
  };
  const key = keyOf({ says, ...rest(example) });
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .some((line) => keyOf(JSON.parse(line)) === key);
}

function pathOf(example: ExampleOf): string {
  switch (example.kind) {
    case 'problem':
      return `examples/problems/${example.problem}.jsonl`;
    case 'statement':
      return `examples/statements/${example.standing}.jsonl`;
    case 'reply':
      return `examples/replies/${example.question}.jsonl`;
    case 'turn':
      return `examples/turns/${example.act}.jsonl`;
    case 'side-question':
      return `examples/answers/${example.article}.jsonl`;
  }
}

/** The fields of a line besides the text; what the name of the file says is left out, as are defaults. */
function rest(example: ExampleOf): object {
  switch (example.kind) {
    case 'problem':
      return {
        ...(example.family === null ? {} : { family: example.family }),
        ...(example.level === 'decisive' ? {} : { level: example.level }),
        ...factsOf(example.facts),
      };
    case 'statement':
      return factsOf(example.facts);
    case 'reply':
      return { answer: example.answer };
    case 'turn':
    case 'side-question':
      if (example.question !== null) return { while: 'question', question: example.question };
      return example.remedy === null ? {} : { while: 'remedy', problem: example.remedy };
  }
}

const factsOf = (facts: Facts): object => (Object.keys(facts).length === 0 ? {} : { facts });

/** An example that is heard otherwise once another was taught. */
export interface ChangedReading {
  readonly head: string;
  readonly says: string;
  readonly before: string;
  readonly after: string;
  readonly kind: 'better' | 'worse' | 'other';
}

/** What an example changes. */
export interface ExampleEffect {
  /** What the text itself was heard as, and is; null where nothing tells it. */
  readonly before: string | null;
  readonly after: string | null;
  /** Heads that learnt anew, and how many examples they were asked about. */
  readonly heads: number;
  readonly asked: number;
  /** The worse ones first. */
  readonly changed: readonly ChangedReading[];
}

/** Teaches the heads that the example concerns, and asks them about all that they were taught. Takes seconds. */
export function effectOf(
  before: KnowledgeBase,
  after: KnowledgeBase,
  says: string,
  example: ExampleOf,
  shelf: ModelShelf,
): ExampleEffect {
  const { stems } = grammarOf(after.language);
  const old = new Map(lessonsOf(before).map((lesson) => [lesson.head, lesson]));
  // What a text states is many things at once, and learnt with the next start.
  const oneThing = lessonsOf(after).filter(({ head }) => head !== STATEMENT_HEAD);
  const concerned = oneThing.filter((lesson) => {
    const known = old.get(lesson.head);
    return known === undefined || keyOf(stems, known) !== keyOf(stems, lesson);
  });
  const oldLessons = concerned.flatMap(({ head }) => old.get(head) ?? []);
  const was = learnHeads(stems, oldLessons, shelf);
  const is = learnHeads(stems, concerned, shelf);
  const head = headOf(example);
  const heardBy = (heads: ReadonlyMap<string, Head>): string | null =>
    readWith(heads, head, says)?.[0]?.label ?? null;
  const order = ['worse', 'other', 'better'];
  return {
    before: heardBy(was),
    after: heardBy(is),
    heads: concerned.length,
    asked: concerned.reduce((sum, { examples }) => sum + examples.length, 0),
    changed: concerned
      .flatMap((lesson) => changedIn(lesson, was.get(lesson.head), is.get(lesson.head)))
      .filter((each) => each.says !== says)
      .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
  };
}

function headOf(example: ExampleOf): string {
  switch (example.kind) {
    case 'problem':
      return 'problem';
    case 'statement':
      return STANDING_HEAD;
    case 'reply':
      return replyHead(example.question);
    case 'turn':
      return actHead(example.question !== null ? 'question' : example.remedy !== null ? 'remedy' : 'nothing');
    case 'side-question':
      return ARTICLE_HEAD;
  }
}

function changedIn(lesson: Lesson, was: Head | undefined, is: Head | undefined): readonly ChangedReading[] {
  if (was === undefined || is === undefined) return [];
  const told = ({ model }: Head, text: string): string => classify(model, text).ranked[0]?.label ?? '';
  return lesson.examples.flatMap(({ text, label }): readonly ChangedReading[] => {
    const before = told(was, text);
    const after = told(is, text);
    if (before === after) return [];
    const kind = after === label ? 'better' : before === label ? 'worse' : 'other';
    return [{ head: lesson.head, says: text, before, after, kind }];
  });
}

/** What an example is taught as, as an author names it. */
export function labelOf(example: ExampleOf): string {
  switch (example.kind) {
    case 'problem':
      return `problem ${example.problem}`;
    case 'statement':
      return `standing ${example.standing}`;
    case 'reply':
      return `answer ${example.answer} of ${example.question}`;
    case 'turn':
      return `act ${example.act}`;
    case 'side-question':
      return `article ${example.article}`;
  }
}

/** Answers that a reply may be an example of: those of the question, and what is no answer of it. */
export function answersOf(kb: KnowledgeBase, question: Id): readonly Id[] {
  const answers = kb.questions.find(({ id }) => id === question)?.answers ?? [];
  return [...answers.map(({ id }) => id), ...REPLY_KINDS];
}
