/** Which words the screens use. */

import type { OwnTexts } from '../frame-messages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Texts } from './texts.ts';

/** Languages that the screens speak: the first part of a language tag → its words. */
const LANGUAGES: ReadonlyMap<string, Texts> = new Map(Object.entries({ en, de, fr, es, nl }));

/** Words and the tag of their language, for the page's `lang`. */
export interface Chosen {
  readonly language: string;
  readonly texts: Texts;
}

/**
 * The first of these languages that the screens speak, English where there is none. `wanted`: language tags, best
 * first (`de-AT` is German). Empty texts of one's own leave nothing to read, so they are passed over.
 */
export function chooseTexts(wanted: readonly (string | null)[], own: OwnTexts = {}): Chosen {
  const language = wanted.map(primary).find((tag) => LANGUAGES.has(tag)) ?? 'en';
  const texts = LANGUAGES.get(language) ?? en;
  const names = Object.keys(en);
  const replaced = Object.entries(own).filter(([name, text]) => names.includes(name) && text.trim() !== '');
  return { language, texts: { ...texts, ...Object.fromEntries(replaced) } };
}

const primary = (tag: string | null): string => (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
