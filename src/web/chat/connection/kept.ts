/** What outlives the page: which conversation this is, and what was not sent yet. Storage may throw or be absent. */

import type { ChoiceOf } from '../../../core/conversation.ts';
import type { StorageLike } from './parts.ts';
import { isChoiceOf, isRecord, parsed } from './shapes.ts';

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
  /** Of this person, oldest first; those from before `since` are thrown away. */
  unsent(person: string | null, since: number): readonly Unsent[];
  keepUnsent(message: Unsent): void;
  dropUnsent(id: string): void;
}

export function createKept(storage: StorageLike | null, key: string): Kept {
  const entries = createEntries(storage);
  const resumeKey = `${key}.resume`;
  const unsentKey = `${key}.unsent.`;

  return {
    resume: () => readResume(entries.get(resumeKey)),
    setResume(resume) {
      if (resume === null) entries.remove(resumeKey);
      else entries.set(resumeKey, JSON.stringify(resume));
    },
    unsent(person, since) {
      const all: Unsent[] = [];
      for (const name of entries.names()) {
        if (!name.startsWith(unsentKey)) continue;
        const message = readUnsent(entries.get(name));
        if (message === null || message.at < since) entries.remove(name);
        else if (message.person === person) all.push(message);
      }
      return all.sort((a, b) => a.at - b.at);
    },
    keepUnsent: (message) => entries.set(unsentKey + message.id, JSON.stringify(message)),
    dropUnsent: (id) => entries.remove(unsentKey + id),
  };
}

interface Entries {
  names(): readonly string[];
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
}

/** The storage, and what it would not take. */
function createEntries(storage: StorageLike | null): Entries {
  const own = new Map<string, string>();
  function tried<T>(use: (storage: StorageLike) => T, otherwise: T): T {
    try {
      return storage === null ? otherwise : use(storage);
    } catch {
      return otherwise;
    }
  }
  return {
    names: () => [
      ...own.keys(),
      ...tried((s) => Array.from({ length: s.length }, (_, index) => s.key(index) ?? ''), []),
    ],
    get: (name) => own.get(name) ?? tried((s) => s.getItem(name), null),
    set(name, value) {
      const stored = tried((s) => {
        s.setItem(name, value);
        return true;
      }, false);
      if (stored) own.delete(name);
      else own.set(name, value);
    },
    remove(name) {
      own.delete(name);
      tried((s) => s.removeItem(name), undefined);
    },
  };
}

function readResume(text: string | null): Resume | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const { conversationId, credential } = value;
  return typeof conversationId === 'string' && typeof credential === 'string'
    ? { conversationId, credential }
    : null;
}

function readUnsent(text: string | null): Unsent | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const { id, at, person, text: said, pressed } = value;
  if (typeof id !== 'string' || typeof at !== 'number' || typeof said !== 'string') return null;
  if (person !== null && typeof person !== 'string') return null;
  if (pressed === null) return { id, at, person, text: said, pressed };
  if (!isRecord(pressed)) return null;
  const { of, choice } = pressed;
  return isChoiceOf(of) && typeof choice === 'string'
    ? { id, at, person, text: said, pressed: { of, choice } }
    : null;
}
