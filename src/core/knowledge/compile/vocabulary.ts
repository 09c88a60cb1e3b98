/** What is said and recognised, apart from problems and questions. */

import type { AuthoredKinds } from '../authored.ts';
import type { Authored } from '../base.ts';
import { nameOf } from '../base.ts';
import {
  type Acts,
  type CodeRule,
  type Contact,
  type Lexicon,
  MESSAGES,
  MESSAGES_OF_ARTICLES,
  type Messages,
} from '../model.ts';
import { alternatives } from '../phrase.ts';

/** The language in which people are met who have told none; it comes first where a base has it. */
const FIRST_LANGUAGE = 'en';

/** Rows of synonyms and rules for codes. */
export function compileLexicon(written: AuthoredKinds['lexicon']): Lexicon {
  const codes = Object.entries(written.codes).flatMap(([question, rules]) =>
    [rules].flat().map(
      (rule): CodeRule => ({
        question,
        pattern: rule.pattern,
        answer: rule.answer ?? null,
        near: rule.near ?? [],
      }),
    ),
  );
  return { same: written.same, codes, makes: written.makes ?? [] };
}

/** Examples of speech, and what is refused. */
export function compileActs(written: AuthoredKinds['acts']): Acts {
  return {
    speech: written.speech,
    secondCase: written.second_case ?? { later: [], now: [], same: [], called: null },
    asides: written.asides ?? [],
    refusals: written.refusals.map((rule) => ({
      ...rule,
      phrases: rule.phrases.flatMap(alternatives),
      unless: (rule.unless ?? []).flatMap(alternatives),
    })),
  };
}

/** Contacts; none of their families means all. */
export function compileContacts(written: AuthoredKinds['contacts']): readonly Contact[] {
  return written.contacts.map((contact) => ({
    ...contact,
    families: contact.families === 'all' ? [] : contact.families,
    role: contact.role ?? null,
  }));
}

/** Messages by language, the default language first. */
export function compileMessages(
  written: readonly Authored<AuthoredKinds['messages']>[],
): Readonly<Record<string, Messages>> {
  const byLanguage = written.map((file): [string, Messages] => [
    nameOf(file.path),
    compileLanguage(file.value),
  ]);
  const isFirst = ([language]: [string, Messages]) => (language === FIRST_LANGUAGE ? 0 : 1);
  return Object.fromEntries(byLanguage.sort((a, b) => isFirst(a) - isFirst(b)));
}

function compileLanguage({ messages }: AuthoredKinds['messages']): Messages {
  const complete = (said: Readonly<Record<string, string | undefined>>): said is Messages =>
    Object.keys(MESSAGES).every((key) => said[key] !== undefined);
  // Nobody says what belongs to articles where there is none.
  const unsaid = Object.fromEntries(MESSAGES_OF_ARTICLES.map((key) => [key, '']));
  const all = { ...unsaid, ...messages };
  if (!complete(all)) throw new TypeError('messages were compiled before they were checked');
  return all;
}
