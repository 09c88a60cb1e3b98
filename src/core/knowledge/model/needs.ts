/** Things that people have or have not, and what is nothing to them without. */

import type { About, Id } from './words.ts';

/** What needs which things. Each thing is a question of its own, with the answers `HAS` and `NONE`, that is only heard. */
export interface Needs {
  /** Ids of the things, which are the ids of their questions. */
  readonly things: ReadonlySet<Id>;
  /** Question → things without which it has no answer; "no such thing" in reply to it means the first. */
  readonly ofQuestion: ReadonlyMap<Id, readonly Id[]>;
  /** Step → things without which it cannot be done. */
  readonly ofStep: ReadonlyMap<Id, readonly Id[]>;
  /** Problem → things without which nobody has it. */
  readonly ofProblem: ReadonlyMap<Id, readonly Id[]>;
  /** Question → answer → things that whoever gives the answer has not. */
  readonly lackedBy: ReadonlyMap<Id, ReadonlyMap<Id, readonly Id[]>>;
}

/** The answer of a thing's question: it is there. */
export const HAS = 'has';

/** The answer of a thing's question: there is none. */
export const NONE = 'none';

/** What the question of a thing is about. */
export const ABOUT_THINGS: About = 'check';

/** A base that names no things. */
export const NO_NEEDS: Needs = {
  things: new Set(),
  ofQuestion: new Map(),
  ofStep: new Map(),
  ofProblem: new Map(),
  lackedBy: new Map(),
};

/** What a fact says, as far as it matters here. */
export interface Said {
  readonly question: Id;
  readonly answer: Id;
  readonly denied: boolean;
}

/** The things that a case is without, by what is known of it. Whoever says that there is one has it, whatever else was said. */
export function lackedIn({ things, lackedBy }: Needs, facts: readonly Said[]): ReadonlySet<Id> {
  const known = facts.filter(({ denied }) => !denied);
  const had = known.filter(({ question, answer }) => answer === HAS && things.has(question));
  const lacked = known.flatMap(({ question, answer }) => lackedBy.get(question)?.get(answer) ?? []);
  return new Set(lacked.filter((thing) => !had.some(({ question }) => question === thing)));
}

/** Whether one of the needed things is lacking; nothing is needed where `needed` is undefined. */
export const isLacking = (needed: readonly Id[] | undefined, lacked: ReadonlySet<Id>): boolean =>
  needed !== undefined && lacked.size > 0 && needed.some((thing) => lacked.has(thing));

/** Whether one fact says that a thing is not there, and the other answers a question about it. */
export const denies = ({ things, ofQuestion }: Needs, lack: Said, other: Said): boolean =>
  lack.answer === NONE &&
  !lack.denied &&
  things.has(lack.question) &&
  (ofQuestion.get(other.question) ?? []).includes(lack.question);
