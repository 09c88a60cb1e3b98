/** `keyturn example`: one line that teaches the bot what somebody meant. */

import { appendFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { safeText } from '../channels/console/safe-text.ts';
import {
  type Id,
  type KnowledgeBase,
  LEVELS,
  NO_ARTICLE,
  STANDINGS,
  TURN_ACTS,
} from '../core/knowledge/model.ts';
import type { Complaint } from '../core/knowledge/parse.ts';
import { redact, secretReaderOf } from '../core/language/clean/redact.ts';
import { problemOf } from '../server/system-problems.ts';
import { readWith } from '../workbench/draft-check.ts';
import {
  answersOf,
  type ChangedReading,
  type DraftedExample,
  draftedExample,
  type ExampleEffect,
  type ExampleOf,
  effectOf,
  type Facts,
} from '../workbench/example.ts';
import type { Arguments } from './command.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { complaintsText, type OpenFolder, openFolder } from './knowledge-desk.ts';
import { knowledgeFolder } from './options.ts';
import { type Streams, write } from './streams.ts';
import { nearIds } from './suggest.ts';

/** Most examples heard otherwise that are printed. */
const MOST_PRINTED = 10;

/** Adds an example to the knowledge base, and tells what it changes. */
export async function example(args: Arguments, streams: Streams): Promise<number> {
  const said = args.words.join(' ').trim();
  if (said === '') throw new WrongUsage('say the words that somebody wrote, in quotes.');
  const open = await openFolder(knowledgeFolder(args, streams.env));
  const taught = await teach(open, said, exampleOf(args.value, open.desk.kb), streams);
  const place = await keepExample(open, taught);
  await write(streams.stdout, `${place}\n`);
  await write(streams.stderr, toldOf(taught));
  return 0;
}

/** The value of an option that says what words are, by its name; null: it was not given. */
export type OptionValues = Arguments['value'];

/** What the options say that the words are. Throws where they say nothing, too much, or name what does not exist. */
export function exampleOf(value: OptionValues, kb: KnowledgeBase): ExampleOf {
  const act = value('act');
  const question = value('question');
  const remedy = value('remedy');
  const problem = value('problem');
  const answer = value('answer');
  const standing = value('standing');
  const article = value('article');
  if ([act, problem, answer, standing, article].filter((each) => each !== null).length !== 1)
    throw new WrongUsage(
      'say what it is: --problem ID, --question ID --answer ID, --act ACT, --article ID, or --standing STANDING.',
    );
  if (question !== null) known('question', question, idsOf(kb.questions));
  if (remedy !== null) known('problem', remedy, idsOf(kb.problems));
  if (act !== null) return { kind: 'turn', act: known('act', act, TURN_ACTS), question, remedy };
  if (article !== null) {
    const ids = [...idsOf(kb.articles), NO_ARTICLE];
    return { kind: 'side-question', article: known('article', article, ids), question, remedy };
  }
  if (problem !== null) {
    const family = value('family');
    return {
      kind: 'problem',
      problem: known('problem', problem, idsOf(kb.problems)),
      family: family === null ? null : known('family', family, idsOf(kb.families)),
      level: known('level', value('level') ?? 'decisive', LEVELS),
      facts: factsOf(value('states'), kb),
    };
  }
  if (standing !== null)
    return {
      kind: 'statement',
      standing: known('standing', standing, STANDINGS),
      facts: factsOf(value('states'), kb),
    };
  if (question === null) throw new WrongUsage('say which question it answers: --question ID.');
  return { kind: 'reply', question, answer: known('answer', answer ?? '', answersOf(kb, question)) };
}

/** `key-seat=not-home,device=till` as facts. */
function factsOf(states: string | null, kb: KnowledgeBase): Facts {
  const pairs = (states ?? '').split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [question = '', answer = ''] = pair.split('=').map((part) => part.trim());
      known('question', question, idsOf(kb.questions));
      return [question, known('answer', answer, answersOf(kb, question))];
    }),
  );
}

const idsOf = (all: readonly { readonly id: Id }[]): readonly Id[] => all.map(({ id }) => id);

/** The word, where it is one of those that there are. */
function known<Word extends string>(what: string, word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word);
  if (found === undefined) throw new BadInput(`there is no ${what} "${word}".${nearIds(word, words)}`);
  return found;
}

/** An example that is not kept yet, the base that has learnt it, and what it changes. */
export interface TaughtExample {
  readonly drafted: DraftedExample;
  /** The words, with nothing secret in them. */
  readonly text: string;
  /** How many secrets were hidden. */
  readonly secrets: number;
  readonly after: KnowledgeBase;
  readonly effect: ExampleEffect;
}

/** Teaches an example, and keeps nothing but trained models. Throws `BadInput` where the base would not be sound with it. */
export async function teach(
  open: OpenFolder,
  said: string,
  of: ExampleOf,
  streams: Streams,
): Promise<TaughtExample> {
  const { text, secrets } = redact(secretReaderOf(open.desk.kb.secrets), said);
  const drafted = draftedExample(open.files, text, of);
  const after = await tried(open, drafted, streams);
  const effect = effectOf(open.desk.kb, after, text, of, open.models.shelf);
  await open.models.save();
  return { drafted, text, secrets, after, effect };
}

/** The base with the example; refuses one that it would have errors with, or the same words as two things. */
async function tried(open: OpenFolder, { file }: DraftedExample, streams: Streams): Promise<KnowledgeBase> {
  const { read, fresh } = readWith(open.files, [file]);
  await write(streams.stderr, complaintsText(fresh));
  if (read.kb === null) throw new BadInput('nothing was written: the base would have errors.');
  if (fresh.some(isTwin))
    throw new BadInput(
      'nothing was written: these words are an example of something else already. Change that line where it is wrong.',
    );
  return read.kb;
}

const isTwin = ({ code }: Complaint): boolean => code === 'TWIN_EXAMPLES';

/** Adds to the end of the file, so that nothing that stands there is lost. Returns where it stands. */
export async function keepExample(
  { folder }: OpenFolder,
  { drafted: { file, added } }: TaughtExample,
): Promise<string> {
  const place = join(folder, file.path);
  try {
    await mkdir(dirname(place), { recursive: true });
    await appendFile(place, added);
  } catch (error) {
    throw new BadInput(`${place} cannot be written: ${problemOf(error)}.`);
  }
  return place;
}

/** What an example changes, in lines for its author. */
export function toldOf({ drafted, text, secrets, effect }: TaughtExample): string {
  const hidden = secrets > 0 ? ['Something secret in it was hidden.'] : [];
  if (drafted.added === '') return [...hidden, `"${safeText(text)}" stands there already.`, ''].join('\n');
  const { before, after, heads, asked, changed } = effect;
  const count = (kind: ChangedReading['kind']): number => changed.filter((each) => each.kind === kind).length;
  return [
    ...hidden,
    `"${safeText(text)}" was heard as ${before ?? 'nothing'} and is heard as ${after ?? 'nothing'} now.`,
    `${heads} ${heads === 1 ? 'head' : 'heads'} learnt anew; of ${asked} examples ${count('worse')} are heard worse and ${count('better')} better.`,
    ...changed.slice(0, MOST_PRINTED).map(changedText),
    '',
  ].join('\n');
}

const changedText = ({ kind, head, says, before, after }: ChangedReading): string =>
  `  ${kind}: "${safeText(says).replace(/\s+/gu, ' ').slice(0, 100)}" (${head}) ${before} before, ${after} now`;
