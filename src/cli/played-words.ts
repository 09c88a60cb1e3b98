/** Conversations in words, played for `keyturn simulate --words` and `keyturn map --words`. */

import type { KnowledgeBase, Role } from '../core/knowledge/model.ts';
import { lackingIn, openingsOf } from '../simulate/words/cast.ts';
import { withoutFold } from '../simulate/words/hold-out.ts';
import { wordsPerson } from '../simulate/words/person.ts';
import { type Talk, talk } from '../simulate/words/talk.ts';
import { type PlayedWords, wrongTalks } from '../simulate/words/worst.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { prepareBase } from './knowledge.ts';
import { Progress } from './progress.ts';
import type { Streams } from './streams.ts';

/** Of so many folds of the examples one is kept from the reader (2..10). Fewer teach it less; more leave few people. */
const FOLDS = 5;

/** People where no number is said (1..10,000). */
const USUAL_PEOPLE = 200;

/** Who talks, with which base. */
export interface WordsPlan {
  readonly kb: KnowledgeBase;
  readonly hash: string;
  readonly role: Role;
  /** At most so many; there are no more than messages that were kept from the reader. */
  readonly people: number;
}

/** How many are to talk, by `--words` and `--people`; null: nobody. Throws `WrongUsage`. */
export function peopleOf(args: Arguments): number | null {
  const people = wholeNumber(args, 'people', USUAL_PEOPLE, 1, 10_000);
  if (args.has('words')) return people;
  if (args.value('people') === null) return null;
  throw new WrongUsage('--people says how many people type; it needs --words.');
}

/**
 * The role that may look at most things, where none is said: what it hands over, the bot could not solve. Throws
 * `BadInput` where a base has no roles.
 */
export function ableRole({ roles }: KnowledgeBase): Role {
  const most = Math.max(...roles.map(({ actsAs }) => actsAs.length));
  const role = roles.find(({ actsAs }) => actsAs.length === most);
  if (role === undefined) throw new BadInput('the knowledge base has no roles, so nobody can be simulated.');
  return role;
}

/** Plays them, each from the first message to its end. Throws `BadInput` where the base has too few examples. */
export async function playWords(plan: WordsPlan, streams: Streams): Promise<PlayedWords> {
  const { kb, hash, role, people } = plan;
  const { taught, held } = withoutFold(kb, FOLDS, 0);
  const openings = openingsOf(kb, held, role, people);
  const lacking = lackingIn(openings, held);
  if (lacking.length > 0) throw new BadInput(tooFew(lacking));
  const progress = new Progress(streams.stderr, openings.length + 1);
  await progress.step('teaching a reader the other examples: minutes the first time');
  const prepared = await prepareBase(taught, hash, streams.env);
  const talks: Talk[] = [];
  for (const opening of openings) {
    const { sufferer } = opening;
    talks.push(talk(prepared, wordsPerson(kb, held, opening), sufferer));
    await progress.step(`${sufferer.family.id}/${sufferer.problem.id}`);
  }
  await progress.end();
  return { talks, wrong: wrongTalks(prepared, talks) };
}

const tooFew = (lacking: readonly string[]): string =>
  `the knowledge base has too few examples for conversations in words. One in ${FOLDS} is kept from the reader, to be said ` +
  `to it, and among these are none of:\n${lacking.map((each) => `  ${each}\n`).join('')}` +
  'Write more of them; "keyturn example" adds one.';
