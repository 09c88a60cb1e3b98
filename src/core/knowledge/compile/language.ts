/** The little words of a language, and how secrets are told in it. */

import type { AuthoredKinds } from '../authored.ts';
import { type Language, type Pattern, type SaidAround, type Secrets, VALUE } from '../model.ts';

/** Names as the program has them; everything else stands as it is written. */
export function compileLanguage({
  function_words: functionWords,
  beside_places: besidePlaces,
  before_numbers: beforeNumbers,
  ...rest
}: AuthoredKinds['language']): Language {
  return { ...rest, functionWords, besidePlaces, beforeNumbers };
}

/** Names a list of words, or a piece, in a phrase. */
const NAME = /\{([a-z][a-z_-]*)\}/g;
/** How deep lists are put into lists. */
const DEEPEST = 5;

/** The lists and the pieces of a file of secrets. */
export type Named = Pick<AuthoredKinds['secrets'], 'words' | 'pieces'>;

/** A phrase as a pattern, with what it names put in; a name that there is not stays as it is. */
export const patternOf = (named: Named, phrase: string): Pattern =>
  `${beginsAt(phrase)}(?:${withNamed(named, phrase)})${endsAt(phrase)}`;

/** What a phrase says before the value and behind it; null: it has no place for one. */
export function saidAround(named: Named, phrase: string): SaidAround | null {
  const at = [...phrase.matchAll(SYNTAX)].find(([syntax]) => syntax === VALUE)?.index;
  if (at === undefined) return null;
  const [before, behind] = [phrase.slice(0, at), phrase.slice(at + 1)];
  const [, begins = null] = BEGINS.exec(before) ?? [];
  return {
    begins: begins === null ? null : withNamed(named, begins),
    before: `${beginsAt(before)}(?:${withNamed(named, before)})`,
    behind: `(?:${withNamed(named, behind)})${endsAt(behind)}`,
  };
}

/** Lists of words at the beginning of a phrase, perhaps behind what may not stand before them. */
const BEGINS = /^(?:\(\?<![^()]*\))?(\{[a-z_]+\}|\((?:\{[a-z_]+\}\|?)+\))(?![?*{])/;

/** The names in a phrase that neither a list nor a piece has. */
export const unknownNames = (named: Named, phrase: string): readonly string[] =>
  [...withNamed(named, phrase).matchAll(NAME)].map(([, called = '']) => called);

function withNamed({ words, pieces }: Named, phrase: string): Pattern {
  let whole = phrase;
  for (let depth = 0; depth < DEEPEST; depth++)
    whole = whole.replaceAll(NAME, (name: string, called: string) => {
      const list = words[called];
      return list === undefined ? (pieces[called] ?? name) : anyWordOf(list);
    });
  return whole.replace(SYNTAX, withoutSugar);
}

const WORD_BEGINS = '(?<![\\p{L}\\p{N}_])';
const WORD_ENDS = '(?![\\p{L}\\p{N}_])';
/** Not between two letters of one word. */
const NOT_WITHIN_WORD = '(?<![\\p{L}\\p{N}_](?=[\\p{L}\\p{N}_]))';

const anyWordOf = (list: readonly string[]): Pattern => `${WORD_BEGINS}(?:${list.join('|')})${WORD_ENDS}`;

/** A phrase begins and ends at whole words where it begins and ends with one. */
const beginsAt = (phrase: string): Pattern => (/^(?:\p{L}|\((?!\?))/u.test(phrase) ? NOT_WITHIN_WORD : '');
const endsAt = (phrase: string): Pattern => (/[\p{L})]$/u.test(phrase) ? NOT_WITHIN_WORD : '');

/** An escape, a set of characters, a group that finds, a blank, and the place of the value, which two signs do not name. */
const SYNTAX = /\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)| |§+/g;

/** A blank is one or two of any kind, unless it is said how many; no group but the value is kept. */
function withoutSugar(syntax: string, at: number, whole: string): string {
  if (syntax === '(') return '(?:';
  if (syntax === ' ') return /^[?*+]|^\{\d/.test(whole.slice(at + 1)) ? '\\s' : '\\s{1,2}';
  return syntax.startsWith('[') ? syntax.replaceAll(' ', '\\s') : syntax;
}

/** Puts the words into all phrases. */
export function compileSecrets(written: AuthoredKinds['secrets']): Secrets {
  const { kinds, never, looks, cards, talk, numbers } = written;
  const whole = (phrase: string): Pattern => patternOf(written, phrase);
  const all = (phrases: readonly string[] = []): readonly Pattern[] => phrases.map(whole);
  return {
    kinds: kinds.map(({ looks: name, exact = false, says, needs, unless, ...kind }) => {
      const look = looks[name];
      if (look === undefined) throw new TypeError('knowledge was compiled before it was checked');
      const {
        is_number: isNumber = false,
        is,
        but_not: butNot,
        has_digit: hasDigit = false,
        random = false,
      } = look;
      return {
        ...kind,
        looks: { isNumber, is: whole(is), butNot: all(butNot), hasDigit, random },
        exact,
        says: says.map((phrase) => saidAround(written, phrase)).filter((said) => said !== null),
        needs: all(needs),
        unless: all(unless),
      };
    }),
    never: all(never),
    talk: whole(talk),
    cards: {
      numbers: all(cards.numbers),
      rareNumbers: all(cards.rare_numbers),
      spokenOf: whole(cards.spoken_of),
      rightBefore: whole(cards.right_before),
      otherBefore: whole(cards.other_before),
    },
    numbers: numbers.map(({ teens = [], repeats = {}, noughts = {}, and = '', ...units }) => ({
      ...units,
      teens,
      repeats,
      noughts,
      and,
    })),
  };
}
