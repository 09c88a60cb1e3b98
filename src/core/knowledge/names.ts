/** What is called what in a base: the ids that may be named, and what is known of each question. */

import type { AuthoredKinds } from './authored.ts';
import { type Authored, type Base, kindOf, nameOf } from './base.ts';
import { questionOfThing } from './compile/needs.ts';
import type { Id } from './model.ts';

/** What other files may say of a question. */
export interface NamedQuestion {
  readonly file: Authored<AuthoredKinds['question']>;
  /** Null: every family. */
  readonly families: ReadonlySet<Id> | null;
  /** Null: it cannot be told, because the file that lists them is faulty. */
  readonly answers: ReadonlySet<Id> | null;
}

/** Null where the file that defines the names is missing or faulty: then no name can be called unknown. */
export interface Names {
  readonly families: ReadonlySet<Id> | null;
  readonly roles: ReadonlySet<Id> | null;
  readonly sources: ReadonlySet<Id> | null;
  readonly refusals: ReadonlySet<Id> | null;
  /** Empty where the base names none. */
  readonly things: ReadonlySet<Id> | null;
  /** By their ids and by the names of their files, so that a file whose two differ is complained of once. */
  readonly steps: ReadonlySet<Id>;
  readonly problems: ReadonlySet<Id>;
  readonly articles: ReadonlySet<Id>;
  /** Null for a question whose file is faulty. */
  readonly questions: ReadonlyMap<Id, NamedQuestion | null>;
}

/** Gathers all names once, so that each check looks them up and none walks the base for another's. */
export function namesOf({ shelves, broken }: Base): Names {
  const faulty = (kind: 'step' | 'problem' | 'question' | 'answer') =>
    [...broken].filter((path) => kindOf(path) === kind).map(nameOf);
  const idsOf = (kind: 'step' | 'problem') =>
    new Set([...shelves[kind].flatMap(({ path, value }) => [value.id, nameOf(path)]), ...faulty(kind)]);
  const families = setOf(shelves.families[0]?.value.families);
  const roles = setOf(shelves.roles[0]?.value.roles);
  const steps = idsOf('step');
  const sources = shelves.sources[0]?.value.sources;
  const named = (file: Authored<AuthoredKinds['question']>): NamedQuestion => ({
    file,
    families: file.value.families === 'all' ? null : new Set(file.value.families),
    answers: answersOf(file.value.answers, { families, roles, steps }),
  });
  return {
    families,
    roles,
    sources: sources === undefined ? null : new Set(Object.keys(sources)),
    refusals: setOf(shelves.acts[0]?.value.refusals),
    things: [...broken].some((path) => kindOf(path) === 'things')
      ? null
      : new Set(shelves.things.flatMap(({ value }) => value.things.map(({ id }) => id))),
    steps,
    problems: idsOf('problem'),
    articles: new Set([...shelves.answer.map(({ path }) => nameOf(path)), ...faulty('answer')]),
    questions: new Map([
      ...faulty('question').map((id): [Id, null] => [id, null]),
      ...shelves.things.flatMap(({ path, value }) =>
        value.things.map((thing): [Id, NamedQuestion] => [
          thing.id,
          named({ path, value: questionOfThing(thing) }),
        ]),
      ),
      ...shelves.question.map((file): [Id, NamedQuestion] => [nameOf(file.path), named(file)]),
      ...shelves.question.map((file): [Id, NamedQuestion] => [file.value.id, named(file)]),
    ]),
  };
}

function setOf(things: readonly { readonly id: Id }[] | undefined): ReadonlySet<Id> | null {
  return things === undefined ? null : new Set(things.map(({ id }) => id));
}

function answersOf(
  written: AuthoredKinds['question']['answers'],
  known: Readonly<Record<'families' | 'roles' | 'steps', ReadonlySet<Id> | null>>,
): ReadonlySet<Id> | null {
  return typeof written === 'string' ? known[written] : setOf(written);
}
