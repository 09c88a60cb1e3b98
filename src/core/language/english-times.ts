/** Words of English that tell when something is, or that it is only meant: no vocabulary of any domain. */

import { set } from './english.ts';

/** Verbs that open an if without its word: `were it broken`. */
export const INVERTED = set('were had should');

/** Words of a time to come. */
export const LATER = set('tomorrow tonight someday');

/** Who means to do something. */
export const PEOPLE = set("i we you he she they i'm we're you're he's she's they're im somebody someone ");

/** Texts that tell of devices in general. */
export const INSTRUCTIONS = set(
  'manual manuals instructions instruction handbook guide booklet leaflet documentation docs',
);

/** Verbs by which a text tells something. */
export const SAYING = set('says say said reads read states state tells tell wants want writes mentions');

/** Words of a time that is over: `it worked yesterday`. */
export const EARLIER = set('yesterday before until earlier ago previously formerly last always morning');

/** Words of the present, also beside what is so. */
export const NOW = set('now again today currently meanwhile nowadays tonight');

/** Words of how it no longer is. */
export const FORMERLY = set('formerly previously');

/** What is said of a trouble that is over. */
export const CURED = set('fixed solved sorted resolved repaired renewed cured mended rectified healed');

/** After `X is`: X is no more. */
export const GONE = set('gone away disappeared vanished solved resolved fixed cured history');

/** What is said, beside a word of the present, of a trouble that is over. */
export const WELL = set('fine ok okay good right normal alright well works working');
