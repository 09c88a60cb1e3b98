/** What outlives the page: which conversation this is, and what was not sent yet. Storage may throw or be absent. */

import type { ChoiceOf } from '../../../core/conversation.ts';
import type { StorageLike } from './parts.ts';
import { hasTexts, isChoiceOf, isText, parsed } from './shapes.ts';

/** With what a later page goes on in this conversation. */
export interface Resume {
  readonly conversationId: string;
  /** Worth a token of the conversation; never put it into an address or a log. */
  readonly credential: string;
}

/** A message as it was typed or pressed. */
export interface Unsent {
  readonly id: string;
  /** When, in milliseconds since 1970; later ones of this device are larger. */
  readonly at: number;
  /** Id of the person whom the page had named; null: nobody. */
  readonly person: string | null;
  readonly text: string;
  readonly pressed: { readonly of: ChoiceOf; readonly choice: string } | null;
}

/**
 * Each unsent message has an entry of its own: tabs that share a storage add and remove theirs without overwriting those
 * of the others.
 */
export interface Kept {
  resume(): Resume | null;
  setResume(resume: Resume | null): void;
  /** Of this person, in any order; those from before `since` are thrown away. */
  unsent(person: string | null, since: number): readonly Unsent[];
  keepUnsent(message: Unsent): void;
  dropUnsent(id: string): void;
}

/** Stands in the name of each entry that holds a message as it was typed, with whatever secret is in it. */
export const UNSENT = '.unsent.';

/** What the storage does not take lives as long as the page, which has it in memory anyway. */
export function createKept(storage: StorageLike | null, key: string): Kept {
  const resumeKey = `${key}.resume`;
  const unsentKey = key + UNSENT;

  function tried<T>(use: (storage: StorageLike) => T, otherwise: T): T {
    try {
      return storage === null ? otherwise : use(storage);
    } catch {
      return otherwise;
    }
  }
  const read = (name: string): unknown => parsed(tried((s) => s.getItem(name), null));
  const write = (name: string, value: object): void =>
    tried((s) => s.setItem(name, JSON.stringify(value)), undefined);
  const remove = (name: string): void => tried((s) => s.removeItem(name), undefined);
  const names = (): readonly (string | null)[] =>
    tried((s) => Array.from({ length: s.length }, (_, index) => s.key(index)), []);

  return {
    resume() {
      const resume = read(resumeKey);
      return isResume(resume) ? resume : null;
    },
    setResume: (resume) => (resume === null ? remove(resumeKey) : write(resumeKey, resume)),
    unsent(person, since) {
      const all: Unsent[] = [];
      for (const name of names()) {
        if (name === null || !name.startsWith(unsentKey)) continue;
        const message = read(name);
        if (!isUnsent(message) || message.at < since) remove(name);
        else if (message.person === person) all.push(message);
      }
      return all;
    },
    keepUnsent: (message) => write(unsentKey + message.id, message),
    dropUnsent: (id) => remove(unsentKey + id),
  };
}

const isResume = hasTexts('conversationId', 'credential');
const hasWords = hasTexts('id', 'text');
const hasChoice = hasTexts('choice');

function isUnsent(value: unknown): value is Unsent {
  if (!hasWords(value) || typeof value.at !== 'number') return false;
  const { person, pressed } = value;
  return (
    (person === null || isText(person)) &&
    (pressed === null || (hasChoice(pressed) && isChoiceOf(pressed.of)))
  );
}
