/** What is said of a number that is a code, and what of one that is none. */

import { CUE, FOREIGN_CODE, FOREIGN_CUE, WHOSE } from './secret-cues.ts';

const WORD_END = '(?![\\p{L}\\p{N}_])';
const WORD_BEGIN = '(?<![\\p{L}\\p{N}_])';
/** What is a secret whoever tells it. */
export const SECRET = new RegExp(
  `${WORD_BEGIN}(?:${CUE}|secret (?:number|code)s?|cvv2?|cvc2?|combination|combo)${WORD_END}|${FOREIGN_CUE}`,
  'giu',
);
/** A cue of another language. */
export const IS_FOREIGN = new RegExp(`^(?:${FOREIGN_CUE}|${FOREIGN_CODE})$`, 'iu');
/** A text that speaks of a secret anywhere. */
export const SPEAKS_OF_SECRET = new RegExp(SECRET.source, 'iu');
/** `the manager code`, `Karen's code`, `mycode`. */
export const SOMEONES_CODE = new RegExp(
  `${WORD_BEGIN}(?:${WHOSE}\\s{1,2}(?:key\\s)?|my|\\p{L}{2,20}['’]s\\s)codes?${WORD_END}|${WORD_BEGIN}codes?\\s(?:of|for)\\s(?:(?:the|my|our)\\s)?${WHOSE}${WORD_END}`,
  'giu',
);
/** What may be the code of an error as well. */
export const CODE = new RegExp(
  `(?<!["'\\p{L}\\p{N}_.])(?:codes?|${FOREIGN_CODE})(?!["\\p{L}\\p{N}_]|\\s?=|'(?!s)|["']?\\])`,
  'giu',
);
/** `Marks code`, with the apostrophe left out. */
export const NAMES_CODE =
  /(?<![\p{L}])(?!(?:This|Status|Its|Access|Process|Address|Class|Gives|Shows|Says|Returns|Gets|Sends|Throws|Always|Keys|Tills|Was|Has|Does|Plus)\s)[A-Z][a-z]{2,15}s codes?(?![\p{L}])/gu;
/** `my number is 2207`, as people say who sign on with one. */
export const SOMEONES_NUMBER = new RegExp(
  `${WORD_BEGIN}(?:my|secret|supervisor|manager|clerk|operator|cashier|user|login|staff|employee|override|manager override|(?:four|five|six|4|5|6)[ -]digits?)(?:'s)?\\snumber${WORD_END}|${WORD_BEGIN}(?:manager|manger|supervisor|boss)(?:'s|s)?\\soverride(?:\\snumber)?${WORD_END}|${WORD_BEGIN}override(?=\\s(?:is|was)\\s)`,
  'giu',
);
/** `type` and `key` are nouns as well: `device type 1204`. */
const SOMEBODY = '(?:\\b(?:i|we|you|u|they|she|he|to|and|then|just|always|must|should|can|please|still))';
export const TYPED = new RegExp(
  `${WORD_BEGIN}(?:(?<=\\b(?:i|we|you|u|they|she|he)\\s(?:(?:just|always|then)\\s)?)keys?|(?<=${SOMEBODY}\\s)(?:types?|punch|dial|tap|press)|types?\\sin|typ(?:ed|ing)|tpye[ds]?|tipe[ds]?|key(?:ed|s|ing)?\\sin|dial(?:led|ed|s)?\\sin|re-?enter(?:ed|s)?|enter(?:ed|s|ing)?|put(?:s|ting)?\\sin|punch(?:ed|es|ing)?(?:\\sin)?|tap(?:ped|s|ping)?\\sin|(?:log|sign)(?:ged|ging|s|ing)?\\s?(?:in|on)(?:\\sas\\s[^\\s]{1,20})?\\swith)${WORD_END}`,
  'giu',
);
/** Verbs that take a code only where the text speaks of one. */
export const USED = new RegExp(
  `${WORD_BEGIN}(?:put|uses?|used|using|tried|try|tries|press(?:ed|es)?|mine|hers|theirs|yours)${WORD_END}`,
  'giu',
);
/** Somebody signs on with a code, or types it: `login 118 code 118118`. */
export const SIGNS_ON =
  /(?<![\p{L}\p{N}])(?:log ?in|log ?on|sign ?(?:in|on)|user|clerk|clark|cashier|operator|employee|staff|tried|try|enter(?:ed|s)?|typed?|put in|key(?:ed)? in|used?|with)(?![\p{L}\p{N}])/iu;

/** Words that only join a cue to its value: `my pin is still the old one 4711`. */
export const JOINING: ReadonlySet<string> = new Set(
  `is was are were it its it's 's number no nr now still of to from for the my our his her their new old code codes set changed reset and or then
  typed entered tried used given keyed put they we he she you i in into on at manager supervisor admin this that till staff user
  login called being just always currently too also exactly here only say as usual like first wrong right simply been has have had stays remains
  door gate alarm safe keypad override panel office back front scale register star hash`.split(/\s+/),
);
/** Words between a cue and a number that say whose the number is instead. */
export const OF_SOMETHING_ELSE =
  /(?<![\p{L}])(?:errors?|err|status|fault|phone|telephone|tel|call|ticket|case|serial|orders?|invoice|ext|extension|mobile|shop|store|price|year|port|version|model|page|digits?|plu|article|item|bar ?codes?|amount|weight|qty|quantity|table|room|account|reference|ref|date|pad|since|until|http)(?![\p{L}])/iu;
/** Behind a number: it counts or measures something. */
export const UNIT_AFTER =
  /^\s*(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|times|digits?|characters?|chars?|numbers?|letters?|people|users?|tills?|scales?|attempts?|tries|kilos?|kgs?|grams?|gr?|lbs?|euros?|pounds?|dollars?|pieces?|pcs|percent|%|out of|an hour|a (?:day|minute|week|month|year|second)|am|pm|o'?clock)(?![\p{L}\p{N}])/iu;
/** What is typed for something that is sold or measured. */
export const FOR_GOODS =
  /^\s{1,2}(?:and\s(?:the\s)?(?:price|weight|amount|quantity)|(?:for|worth|of)\s(?!(?:the |an? |my |our |his |her )?(?:overr?ide|supervisor|manager|refund|void|appro|log|sign|service|door|safe|till|it|me|that)))/iu;
/** Codes of other things than doors and people: `postal code`, `article code`. */
export const OF_OTHER_CODE =
  /(?<![\p{L}])(?:article|plu|item|product|post(?:al)?|zip|country|area|dial(?:l?ing)?|bar|qr|source|colou?r|department|dept|tax|vat|currency|discount|promo|voucher|gift|reason|language|region|model|part|branch|store|shop|site|customer|stock|batch|tracking|orders?|reference|booking|building|event|parcel)\s$/iu;
/** `the code for bananas`. */
export const FOR_OTHER_THING =
  /^\s(?:for|of)\s(?!(?:(?:the|an?|my|our|his|her|their|that|this|every|all|back|front|side|main)\s){0,2}(?:door|gate|alarm|safe|till|register|overr?ide|login|log|sign|refund|void|keypad|office|system|pos|it|me|us|everyone|stock|panel|unlock|approv|service|pin))/iu;
/** Digits that may be a year. */
export const YEAR = /^(?:19|20)\d\d$/;

/** The number of a place, not of a PIN: `the PIN of till 4471`. */
export const OF_A_PLACE = /\b(?:of|for|on|at|from|in)\s(?:till|register|lane|terminal|door|scale|pos)\s$/i;

/** What a number is, said behind it: `, that's my supervisor number`. The group `secret` is one beyond doubt. */
export const SAID_BEHIND = new RegExp(
  `^["')]?,?\\s(?:(?:that|which|this)(?:'s|\\sis|\\swas)|thats|is|was|are|as|being)\\s(?:(?:the|our|a|${WHOSE}|new|old|${WHOSE}\\sown)\\s){0,3}(?:(?<secret>${CUE}|(?<=${WHOSE}\\s)(?:code|number))|code)(?![\\p{L}\\p{N}_]|\\s(?:of|for|in)\\s(?:an?\\s|the\\s)?err)`,
  'iu',
);

/** Before digits in words that are shown or called, or that name places. */
export const OF_A_DISPLAY =
  /(?<![\p{L}])(?:shows?|showing|display(?:s|ed)?|says|screen|reads|prints?|called?|ring|phone|ticket|serial|order|invoice|version|tills?|lanes?|lines?|channel|beeps?|blinks?|flash(?:es)?|keys?)(?:\s\p{L}{1,12}){0,2}[\s,:]{0,3}$/iu;

/** Whether the digits behind a text are the number of a place, or a year: `PIN refused since 2019`. */
export const ofPlaceOrYear = (before: string, digits: string): boolean =>
  OF_A_PLACE.test(before) || (YEAR.test(digits) && /\b(?:from|since|in|until)\s$/i.test(before));

/** Behind it the date stands in words until which a card is valid. */
export const EXPIRY =
  /(?<![\p{L}])(?:exp(?:iry|ires)?|valid (?:until|till|to|thru))(?: date)?(?: is)?[\s:]{1,3}$/iu;

/** The sign that ends what is typed at a door: `4471 then hash`. */
export const KEYED_BEHIND =
  /^,?\s(?:(?:and|then|and then)\s)?(?:the\s)?(?:hash|star|asterisk|pound (?:sign|key))(?![\p{L}])/iu;
