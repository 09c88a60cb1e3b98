/** Passwords that are plain words: `passcode to the tablet is pancake`, `pw croissant`, `four words, wet biscuit …`. */

import { byPattern } from './placed.ts';
import type { Span } from './spans.ts';

const CUE =
  '(?:pas{1,2} ?w(?:or|o|r)?ds?|pass ?phrase|pass ?code|pwd|pswd|pw|secret word|kennwort|passwort|contraseña|contrasena|mot de passe|has[lł]o)';
const BEGIN = '(?<![\\p{L}\\p{N}_])';
const END = '(?![\\p{L}\\p{N}_])';
/** What ends a value that has no mark around it. */
const STOP =
  '(?=\\s?(?:$|[,;!?"\\n]|\\.(?:\\s|$))|\\s(?:and\\sthe|and\\sit|and\\sstill|and\\si|but|then|so\\s|for\\sthe\\s|on\\sthe\\s|because|cos|dont|don\'t)(?![\\p{L}]))';

/** Words of what is said of a password instead of it. */
const SAYS_OF_IT =
  /(?<![\p{L}])(?:a|an|the|in|on|at|to|of|not|no|never|still|now|too|so|very|just|only|also|all|any|what|where|when|how|why|if|same|different|wrong|right|correct|incorrect|ok|okay|fine|good|bad|valid|invalid|expired?|accepted|rejected|refused|ignored|known|unknown|new|old|default|reset|blank|empty|missing|lost|forgotten|gone|needed|required|there|here|it|its|i|we|he|she|they|you|me|my|our|his|her|this|that|case|sensitive|secret|private|safe|secure|short|long|weak|strong|simple|easy|hard|locked|blocked|working|set|up|out|off|back|being|been|be|has|have|had|was|were|are|is|does|doesn't|works?|fails?|needs?|asks?|says?|box|field|prompt|screen|page|message|error|problem|thing|question|unchanged|identical|great|grand|perfect|broken|shared|written|printed|saved|stored|stuck|taken|tells?|true|false|null|none|undefined|hidden|supervisor|manager|till|or|by|with|from|as|yes|sure|certain|denied|bouncing|probably|maybe|definitely|obviously|really|always|long enough|day|days|week|weeks|month|months|yesterday|today|login|entry|change|policy|input|protection|check|length|expiry|history|however|though|which|attempt|window|dialog|format|rules?|complexity|recovery|through|digits?|numbers?|letters?|characters?|words?|[3-9]|one|two|three|four|five|six|seven|eight|nine|ten|twelve|min(?:imum)?|max(?:imum)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\p{L}])/iu;

const patterns: readonly RegExp[] = [
  /** `the secret word for the office software is marmalade but`. */
  new RegExp(
    `${BEGIN}${CUE}(?:\\s(?:for|of|to|on)(?:\\s[\\p{L}-]{1,14}){1,5}?)?\\s(?:is|was|ist|est|es|è)\\s(?:(?:still|now|just|always|currently)\\s)?["'\`]?(?<value>[a-z]{3,20}(?:\\s[a-z]{3,20}){0,3}?)["'\`]?${STOP}`,
    'dgiu',
  ),
  /** `my password, bluewhale, is refused`, `password bluewhale is rejected`. */
  new RegExp(
    `${BEGIN}${CUE}(?<mark>,?)\\s["'\`]?(?<value>[a-z]{6,30})["'\`]?\\k<mark>\\s(?:is|was|gets)\\s(?:refused|rejected|not|declined|denied|wrong)${END}`,
    'dgiu',
  ),
  /** `passphrase correct horse battery staple`. */
  new RegExp(
    `${BEGIN}pass ?phrase(?:\\sis|:)?\\s(?<value>[a-z]{3,16}(?:[\\s-][a-z]{3,16}){2,5})(?=\\s?(?:$|[,;.!?\\n]))`,
    'dgiu',
  ),
  /** `pw croissant, dont ask`. */
  new RegExp(`${BEGIN}(?:pw|pwd|pswd)\\s["'\`]?(?<value>[a-z]{5,30})["'\`]?(?=\\s?(?:$|[,;.!?\\n]))`, 'dgiu'),
  /** `wifi is Shop_Guest2 pass blueberrymuffin`. */
  new RegExp(
    `${BEGIN}(?:wi-?fi|wlan|ssid|network|hotspot)${END}[^.!?\\n]{0,40}?[\\s,(](?:pass|key|pw|pwd)(?:\\sis|:)?\\s["'\`]?(?<value>[a-z0-9_!-]{6,40})["'\`]?(?=\\s?(?:$|[,;.!?)\\n]))`,
    'dgiu',
  ),
  /** `our pw hasnt got any numbers, just tangerinedream, could …`. */
  new RegExp(
    `${BEGIN}${CUE}${END}[^.!?\\n]{0,50}[\\s,](?:just|simply|only|plain)\\s["'\`]?(?<value>[a-z]{9,30})["'\`]?(?=\\s?(?:$|[,;.!?\\n]))`,
    'dgiu',
  ),
  /** `it's four words, wet biscuit ladder monday, and`. */
  new RegExp(
    `${BEGIN}(?:three|four|five|six|[3-6])\\swords[,:]?\\s(?<value>[a-z]{2,16}(?:[\\s-][a-z]{2,16}){2,5})(?=\\s?(?:$|[,;.!?\\n]))`,
    'dgiu',
  ),
];

const FOUR_WORDS = patterns.length - 1;

/** All of a text. */
export function* passwordWords(text: string): Generator<Span> {
  for (const [at, pattern] of patterns.entries()) {
    yield* byPattern(text, pattern, (_match, value) =>
      at === FOUR_WORDS ? !/^(?:on|in|that|which|and|the)\s/i.test(value) : isTold(value),
    );
  }
}

const isTold = (value: string): boolean =>
  !SAYS_OF_IT.test(value) && !/(?:ed|ing)$/i.test(value.split(/\s/)[0] ?? '');

/** Whether a text may hold one, found quickly. */
export const mayHoldPasswordWord = (text: string): boolean => MAY_HOLD.test(text);

const MAY_HOLD = new RegExp(`${CUE}|wi-?fi|wlan|ssid|hotspot|network|words`, 'iu');
