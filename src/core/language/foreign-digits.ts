/** Numbers that are told in the words of other languages: `siedem osiem trzy trzy`, `vier sieben null zwei`. */

import { countsOn } from './digit-runs.ts';
import { isErrorNumber } from './error-numbers.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';

/** Words for 0 to 9 of each language, and those for the greater numbers that PINs are told in. */
const LANGUAGES: readonly (readonly [units: string, greater: string])[] = [
  [
    'zero jeden dwa trzy cztery pięć/piec sześć/szesc siedem osiem dziewięć/dziewiec',
    'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
  ],
  [
    'null eins zwei/zwo drei vier fünf/fuenf/funf sechs sieben acht neun',
    'zehn elf zwölf zwoelf zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
  ],
  [
    'zero uno due tre quattro cinque sei sette otto nove',
    'dieci undici dodici tredici quattordici quindici venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  ],
  [
    'cero uno dos tres cuatro cinco seis siete ocho nueve',
    'diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  ],
  [
    'zéro/zero un deux trois quatre cinq six sept huit neuf',
    'dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent',
  ],
  [
    'zero um dois três/tres quatro cinco seis sete oito nove',
    'dez onze doze treze catorze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  ],
  ['nul een/één twee drie vier vijf zes zeven acht negen', 'tien elf twaalf twintig dertig veertig vijftig'],
  ['sıfır bir iki üç dört beş altı yedi sekiz dokuz', 'on yirmi otuz kırk elli altmış yetmiş seksen doksan'],
  ['noll ett två tre fyra fem sex sju åtta nio', 'tio elva tolv tjugo trettio fyrtio femtio'],
  ['ноль один два три четыре пять шесть семь восемь девять', 'десять двадцать тридцать сорок'],
];

const choice = (words: string): string => words.split(/[ /]/).join('|');
const MARK = '(?:,? | ?- ?)';

/** The digits that words tell, those of one language. */
function digitsOf(units: string, words: string): string {
  const all = units.split(' ').map((spellings) => spellings.split('/'));
  return (words.toLowerCase().match(/\p{L}+/gu) ?? [])
    .map((word) => all.findIndex((spellings) => spellings.includes(word)))
    .join('');
}

/** Four words and more, each for a digit. */
const BY_DIGIT = LANGUAGES.map(([units]) => ({
  units,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${choice(units)})(?:${MARK}(?:${choice(units)})){3,11}(?![\\p{L}\\p{N}_])`,
    'giu',
  ),
}));
/** Two words and more, one of them for a greater number: they are one by what is said before only. */
const IN_GREATER = LANGUAGES.map(
  ([units, greater]) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}_-])(?=(?:\\p{L}{1,12}[ -]){0,2}(?:${choice(greater)})(?![\\p{L}]))(?:${choice(`${units} ${greater}`)})(?:${MARK}(?:(?:y|i|e|et|und) )?(?:${choice(`${units} ${greater}`)})){1,7}(?![\\p{L}\\p{N}_])`,
      'giu',
    ),
);
/** `el encargado me dijo `, `on fait `, `ich soll `: somebody does or says the number. */
const DOES =
  /(?<![\p{L}])(?:dijo|dice|fait|faisait|tape[rz]?|tapez|marcar|marca|pongo|teclea|si fa|faccio|digito|digitare|inserisco|soll|tippe|eingeben|gebe|podał|podała|podala|podal|wpisuj[eę]|wpisac|wpisać)\s$/iu;
/** How far before a number somebody is told of, in UTF-16 units. */
const REACH = 24;

/** All of a text. */
export function* foreignDigits(text: string): Generator<Span> {
  for (const { units, pattern } of BY_DIGIT) {
    for (const { 0: words, index } of matchesOf(pattern, text)) {
      const digits = digitsOf(units, words);
      if (isErrorNumber(digits) || countsOn(digits)) continue;
      yield { start: index, end: index + words.length };
    }
  }
  if (!MAY_DO.test(text)) return;
  for (const pattern of IN_GREATER) {
    for (const { 0: words, index } of matchesOf(pattern, text)) {
      if (!DOES.test(text.slice(Math.max(0, index - REACH), index))) continue;
      yield { start: index, end: index + words.length };
    }
  }
}

const MAY_DO = new RegExp(DOES.source.replace('\\s$', '\\s'), 'iu');
