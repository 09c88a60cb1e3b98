/** One phrase, one meaning. */

import type { AuthoredKinds } from '../authored.ts';
import type { Where } from '../complaint.ts';
import { HAS, type Id, NONE } from '../model.ts';
import { comparable } from '../phrase.ts';
import { type Scope, say } from './scope.ts';

/** A phrase that means an answer, and where it stands. */
interface Meaning {
  readonly question: Id;
  readonly answer: Id;
  /** Null: every family. */
  readonly families: ReadonlySet<Id> | null;
  readonly path: string;
  readonly where: Where;
  readonly phrase: string;
}

/** How many earlier meanings of one phrase are compared with the next: enough to find the one it meets. */
const COMPARED = 50;

/** Complains of phrases with two meanings: of answers, of problems, and of what is refused. */
export function checkPhrases(scope: Scope): void {
  const meanings = new Map<string, Meaning[]>();
  for (const meaning of meaningsOf(scope)) {
    const key = comparable(meaning.phrase);
    const earlier = meanings.get(key);
    if (earlier === undefined) meanings.set(key, [meaning]);
    else {
      checkMeaning(scope, meaning, earlier);
      earlier.push(meaning);
    }
  }
  checkRefusals(scope, meanings);
  checkSayings(scope);
}

function checkMeaning(scope: Scope, meaning: Meaning, earlier: readonly Meaning[]): void {
  const other = earlier
    .slice(0, COMPARED)
    .find((one) => one.answer !== meaning.answer && canMeet(one, meaning));
  const same = earlier
    .slice(0, COMPARED)
    .find((one) => one.question !== meaning.question && canMeet(one, meaning));
  const met = other ?? same;
  if (met === undefined) return;
  const message = `"${meaning.phrase}" means "${met.answer}" of ${met.question} already (${met.path})`;
  say(scope, 'SAME_PHRASE', meaning, message, 'keep it where it belongs, or make both longer');
}

/** Both can be heard of one device. */
function canMeet(a: Meaning, b: Meaning): boolean {
  if (a.question === b.question || a.families === null || b.families === null) return true;
  const { families } = b;
  return [...a.families].some((family) => families.has(family));
}

function checkRefusals(scope: Scope, meanings: ReadonlyMap<string, readonly Meaning[]>): void {
  for (const { path, value } of scope.shelves.acts) {
    for (const [rule, { phrases }] of value.refusals.entries()) {
      for (const [index, phrase] of phrases.entries()) {
        const [fact] = meanings.get(comparable(phrase)) ?? [];
        if (fact === undefined) continue;
        const message = `"${phrase}" is refused here, but means "${fact.answer}" of ${fact.question} (${fact.path})`;
        const spot = { path, where: ['refusals', rule, 'phrases', index] };
        say(scope, 'REFUSED_PHRASE', spot, message, 'refuse a longer phrase, or take it out of the answer');
      }
    }
  }
}

function checkSayings(scope: Scope): void {
  const first = new Map<string, Id>();
  for (const { path, value } of scope.shelves.problem) {
    for (const [index, phrase] of value.said_as.entries()) {
      const other = first.get(comparable(phrase));
      if (other === undefined) first.set(comparable(phrase), value.id);
      else {
        const message =
          other === value.id ? `"${phrase}" stands twice here` : `"${phrase}" is said of "${other}" too`;
        const suggestion = 'leave it where it says more, so that it tells the two apart';
        say(scope, 'SAME_SAYING', { path, where: ['said_as', index] }, message, suggestion);
      }
    }
  }
}

/** Every phrase of every answer, in reading order: those written at a question, and those it takes from elsewhere. */
function* meaningsOf(scope: Scope): Generator<Meaning> {
  const lent = new Set<string>();
  for (const { path, value } of scope.shelves.question) {
    const families = value.families === 'all' ? null : new Set(value.families);
    const of = { question: value.id, families };
    if (typeof value.answers !== 'string') {
      for (const [index, { id, phrases = [] }] of value.answers.entries()) {
        yield* phrasesOf({ ...of, answer: id, path }, ['answers', index, 'phrases'], phrases);
      }
    } else if (!lent.has(value.answers)) {
      lent.add(value.answers);
      yield* borrowed(scope, value.answers, of);
    }
  }
  yield* ofThings(scope);
}

function* ofThings({ shelves }: Scope): Generator<Meaning> {
  for (const { path, value } of shelves.things) {
    for (const [index, { id, none, has }] of value.things.entries()) {
      const of = { question: id, families: null, path };
      yield* phrasesOf({ ...of, answer: NONE }, ['things', index, 'none', 'phrases'], none.phrases ?? []);
      yield* phrasesOf({ ...of, answer: HAS }, ['things', index, 'has', 'phrases'], has.phrases ?? []);
    }
  }
}

function* borrowed(
  { shelves }: Scope,
  from: Extract<AuthoredKinds['question']['answers'], string>,
  of: Pick<Meaning, 'question' | 'families'>,
): Generator<Meaning> {
  switch (from) {
    case 'families':
      for (const { path, value } of shelves.families) {
        for (const [index, { id, aliases = [], models = [] }] of value.families.entries()) {
          yield* phrasesOf({ ...of, answer: id, path }, ['families', index, 'aliases'], aliases);
          yield* phrasesOf({ ...of, answer: id, path }, ['families', index, 'models'], models);
        }
      }
      return;
    case 'roles':
      for (const { path, value } of shelves.roles) {
        for (const [index, { id, phrases = [] }] of value.roles.entries()) {
          yield* phrasesOf({ ...of, answer: id, path }, ['roles', index, 'phrases'], phrases);
        }
      }
      return;
    case 'steps':
      for (const { path, value } of shelves.step) {
        yield* phrasesOf({ ...of, answer: value.id, path }, ['said_done'], value.said_done ?? []);
      }
  }
}

function* phrasesOf(
  of: Omit<Meaning, 'where' | 'phrase'>,
  list: Where,
  phrases: readonly string[],
): Generator<Meaning> {
  for (const [index, phrase] of phrases.entries()) yield { ...of, where: [...list, index], phrase };
}
