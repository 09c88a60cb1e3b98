/** Who talks: a person for each of the messages that were held out, and what the examples lack for that. */

import type { Examples, KnowledgeBase, ProblemExample, Role } from '../../core/knowledge/model.ts';
import type { Sufferer } from '../truth.ts';
import { type Manner, saidInManner } from './manner.ts';

/** Somebody who has a problem, and the message that they open with. */
export interface Opening {
  readonly sufferer: Sufferer;
  readonly message: ProblemExample;
  /** Left out: truthful. */
  readonly manner?: Manner;
}

/** Messages that tell a device and a problem of the base, at most `people` (1 or more), evenly over all of them. */
export function openingsOf(
  kb: KnowledgeBase,
  { problems }: Examples,
  role: Role,
  people: number,
  manner: Manner = 'truthful',
): readonly Opening[] {
  const all = openedWith(problems, manner).flatMap((message): Opening[] => {
    const family = kb.families.find(({ id }) => id === message.family);
    const problem = kb.problems.find(({ id }) => id === message.problem);
    if (family === undefined || problem === undefined) return [];
    if (problem.families[family.id] === undefined) return [];
    return [{ sufferer: { family, problem, role }, message, manner }];
  });
  const count = Math.min(all.length, people);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]).filter(
    (each) => each !== undefined,
  );
}

/** The messages of each problem with which people of this manner open. */
function openedWith(messages: readonly ProblemExample[], manner: Manner): readonly ProblemExample[] {
  const ids = new Set(messages.map(({ problem }) => problem));
  const opened = new Set(
    [...ids].flatMap((id) =>
      saidInManner(
        messages.filter(({ problem }) => problem === id),
        manner,
      ),
    ),
  );
  return messages.filter((message) => opened.has(message));
}

/** What nobody could say for want of an example; empty where people can talk. */
export function lackingIn(openings: readonly Opening[], { turns }: Examples): readonly string[] {
  const tells = (outcome: string): boolean =>
    turns.some((turn) => turn.act === outcome && turn.while === 'remedy');
  return [
    ...(openings.length > 0 ? [] : ['first messages with their "family" (examples/problems/)']),
    ...['fixed', 'still-there']
      .filter((outcome) => !tells(outcome))
      .map((outcome) => `what is said of a remedy (examples/turns/${outcome}.jsonl, "while": "remedy")`),
  ];
}
