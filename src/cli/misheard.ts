/** What an author says of a turn that was misheard, in the words of the options of `keyturn example`. */

import type { KnowledgeBase } from '../core/knowledge/model.ts';
import { type Misheard, waitingBefore } from '../workbench/misheard.ts';
import type { Exchange } from '../workbench/replay.ts';
import { exampleOf, type OptionValues } from './example.ts';
import { BadInput } from './faults.ts';
import { nearIds } from './suggest.ts';

/** Options that say what a turn was, each with one word behind it; and those that say more of it. */
export const SAY_WHAT = ['answer', 'act', 'article', 'problem', 'standing'] as const;
const SAY_MORE = ['states', 'family', 'level'] as const;

/**
 * What the options say of a turn; what waited before it is known.
 * Throws `BadInput` where there is no such turn, no question waited for an answer, or an id does not exist.
 */
export function misheardOf(
  kb: KnowledgeBase,
  exchanges: readonly Exchange[],
  turn: number,
  value: OptionValues,
): Misheard {
  const said = wordsOf(exchanges, turn);
  const waiting = waitingBefore(exchanges, turn);
  if (value('answer') !== null && waiting.question === null)
    throw new BadInput(`before turn ${turn} no question waits, so that it answers none.`);
  const of = exampleOf((name) => (name in waiting ? waitingAs(waiting, name) : value(name)), kb);
  const part = value('says');
  if (part !== null && !said.includes(part))
    throw new BadInput(`"${part}" is no part of what is said in turn ${turn}: "${said}".`);
  return { turn, says: part ?? said, of };
}

const waitingAs = (waiting: ReturnType<typeof waitingBefore>, name: string): string | null =>
  name === 'question' ? waiting.question : waiting.remedy;

/** What was said in a turn, secrets masked. Throws `BadInput` where nothing was. */
function wordsOf(exchanges: readonly Exchange[], turn: number): string {
  const did = exchanges[turn - 1]?.did;
  if (did === undefined)
    throw new BadInput(`there is no turn ${turn}: the person does ${exchanges.length} things.`);
  if (did.kind === 'chooses')
    throw new BadInput(`in turn ${turn} "${did.choice}" is pressed, and no button is misheard.`);
  return did.text;
}

/**
 * Reads `answer ID`, `act ACT`, `standing STANDING states QUESTION=ANSWER says THESE WORDS` and the like; null: it begins
 * otherwise. Throws `BadInput` where it goes on with something else.
 */
export function typedValues(typed: string): OptionValues | null {
  const [before = '', ...said] = typed.split(/\s+says\s+/u);
  const words = before.trim().split(/\s+/u);
  if (!SAY_WHAT.some((name) => name === words[0]) || words.length < 2) return null;
  const values = new Map<string, string>(said.length === 0 ? [] : [['says', said.join(' says ')]]);
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at] ?? '';
    const names = at === 0 ? SAY_WHAT : SAY_MORE;
    if (!names.some((each) => each === name) || words[at + 1] === undefined)
      throw new BadInput(`"${name}" says nothing here.${nearIds(name, names)}`);
    values.set(name, words[at + 1] ?? '');
  }
  return (name) => values.get(name) ?? null;
}
