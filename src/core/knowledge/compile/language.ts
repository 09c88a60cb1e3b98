/** The little words of a language, and how secrets are told in it. */

import type { AuthoredKinds } from '../authored.ts';
import type { Language, Pattern, Secrets } from '../model.ts';

/** Names as the program has them; everything else stands as it is written. */
export function compileLanguage({
  function_words: functionWords,
  beside_places: besidePlaces,
  before_numbers: beforeNumbers,
  ...rest
}: AuthoredKinds['language']): Language {
  return { ...rest, functionWords, besidePlaces, beforeNumbers };
}

/** Names a part in a pattern. */
export const PART = /\{([a-z_]+)\}/;
/** How deep parts are put into parts. */
const DEEPEST = 4;

/** A pattern with the parts that it names put in; a name that there is not stays as it is. */
export function withParts(parts: Readonly<Record<string, Pattern>>, pattern: Pattern): Pattern {
  let whole = pattern;
  for (let depth = 0; depth < DEEPEST; depth++)
    whole = whole.replaceAll(new RegExp(PART, 'g'), (name: string, part: string) => parts[part] ?? name);
  return whole;
}

/** Puts the parts into all patterns. */
export function compileSecrets(written: AuthoredKinds['secrets']): Secrets {
  const {
    parts,
    rules,
    signs,
    cues,
    card_details: details,
    foreign_digits: foreignDigits,
    ...rest
  } = written;
  const whole = (pattern: Pattern): Pattern => withParts(parts, pattern);
  const all = (patterns: readonly Pattern[] = []): readonly Pattern[] => patterns.map(whole);
  const table = <Name extends string>(patterns: Readonly<Record<Name, readonly Pattern[]>>) => {
    const compiled: Record<Name, readonly Pattern[]> = { ...patterns };
    for (const name in compiled) compiled[name] = all(compiled[name]);
    return compiled;
  };
  return {
    ...rest,
    rules: rules.map(({ value, where, exact, rotatable, says, needs, unless }) => ({
      value,
      where: where === undefined ? null : whole(where),
      exact: exact ?? false,
      rotatable: rotatable ?? false,
      says: all(says),
      needs: all(needs),
      unless: all(unless),
    })),
    signs: table(signs),
    cues: table(cues),
    cardDetails: { named: all(details.named), behind: all(details.behind), before: all(details.before) },
    foreignDigits,
  };
}
