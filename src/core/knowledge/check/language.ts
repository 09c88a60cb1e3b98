/** Patterns of a language, and of how secrets are told in it. */

import { type Named, patternOf, saidAround, unknownNames } from '../compile/language.ts';
import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import { VALUE } from '../model.ts';
import { checkPattern, compileFault, sayFault } from './codes.ts';
import { mustBeKnown, type Scope, type Spot, say, someOf } from './scope.ts';

/** Complains of patterns that cannot be used, and of parts that are not there. */
export function checkLanguage(scope: Scope): void {
  for (const { path, value } of scope.shelves.language) {
    const { sentence: _words, ...mail } = value.mail;
    for (const [where, pattern] of textsIn(mail, ['mail'])) checkPattern(scope, path, where, pattern);
  }
  for (const { path, value } of scope.shelves.secrets) {
    const { words, pieces, never, kinds, looks, cards, talk } = value;
    const phrases = {
      words,
      pieces,
      never,
      kinds: kinds.map(({ says, needs, unless }) => ({ says, needs, unless })),
      looks: Object.fromEntries(
        Object.entries(looks).map(([name, { is, but_not }]) => [name, { is, but_not }]),
      ),
      cards,
      talk,
    };
    for (const [where, phrase] of textsIn(phrases, []))
      checkPhrase(scope, { path, where: placeOf(where) }, value, phrase);
    for (const [index, kind] of kinds.entries()) {
      for (const [at, phrase] of kind.says.entries())
        if (saidAround(value, phrase) === null)
          say(
            scope,
            'BAD_PATTERN',
            { path, where: ['kinds', index, 'says', at] },
            'the phrase has no place for the secret',
            `write ${VALUE} where it stands`,
          );
      const spot = { path, where: ['kinds', index, 'looks'] };
      mustBeKnown(
        scope,
        'UNKNOWN_WORD',
        spot,
        kind.looks,
        new Set(Object.keys(looks)),
        `the looks are ${someOf(Object.keys(looks))}`,
      );
    }
  }
}

/** A list of words is one text in its file. */
const placeOf = (where: Where): Where => (where[0] === 'words' ? where.slice(0, 2) : where);

/** Looks at a phrase with its words put in. */
function checkPhrase(scope: Scope, spot: Spot, named: Named, phrase: string): void {
  const [unknown] = unknownNames(named, phrase);
  const fault = compileFault(patternOf(named, phrase), 'iu');
  if (unknown !== undefined) {
    const names = [...Object.keys(named.words), ...Object.keys(named.pieces)];
    const suggestion = didYouMean(scope.spell(unknown, names), `the lists are ${someOf(names)}`);
    say(scope, 'BAD_PATTERN', spot, `there is no list "${unknown}"`, suggestion);
  } else if (fault !== null) sayFault(scope, spot, fault);
}

/** Every text below a place, with where it stands. */
function* textsIn(below: unknown, where: Where): Generator<readonly [Where, string]> {
  if (typeof below === 'string') yield [where, below];
  else if (Array.isArray(below))
    for (const [index, each] of below.entries()) yield* textsIn(each, [...where, index]);
  else if (typeof below === 'object' && below !== null)
    for (const [key, each] of Object.entries(below)) yield* textsIn(each, [...where, key]);
}
