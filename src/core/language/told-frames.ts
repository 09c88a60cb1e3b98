/** What is said before a number and behind it where somebody types it. All are matched against a few words. */

const BEGIN = '(?<![\\p{L}\\p{N}])';
const WHO =
  "(?:i|we|you|u|they|she|he|us|everyone|everybody|people|drivers|staff|dad|mum|girls|lads|boys|guys|manager|boss|chief|sir|says?|told me|tells me|to(?!\\skey)|am|im|i'm|been|be|here)";
const ENTERS =
  '(?:do|does|did|go|goes|press(?:es|ed|ing)?|hits?|uses?|used|using|typ(?:e|es|ed|ing)|enter(?:s|ed|ing)?|key(?:s|ed|ing)?|punch(?:es|ed)?|tap(?:s|ped)?|dial(?:s|led)?|gave|gives?|giv(?:en|ing)|write|writes|shares?|shared)';
const ROLE =
  "(?:manager|manger|mgr|supervisor|boss|admin|owner|clerk|cashier|override|refund|void|engineer|master|alarm|door|gate|safe)(?:['’]?s)?";
const SAFE = '(?:safe|vault|strong ?(?:box|room)|tresor|sejf|caja fuerte|coffre|cassaforte)';

const any = (frames: readonly string[], flags = 'iu'): RegExp => new RegExp(`(?:${frames.join('|')})`, flags);

/** Before a number that is typed. */
export const FRAMES_BEFORE = any([
  /** `we use `, `I do `, `i gave it `, `told us to be entering `, `i go manager, then `. */
  `${BEGIN}${WHO}\\s(?:just\\s|always\\s|all\\s|normally\\s|usually\\s|only\\s)?${ENTERS}\\s(?:(?:in|it|them|just|always)\\s){0,2}$`,
  `${BEGIN}(?:i|we|you)\\s(?:go|press|do|hit)\\s[\\p{L}]{2,12},?\\s(?:and\\s)?then\\s$`,
  /** `mine's `, `mine `, `hers which is `, `her number, which is `. */
  `${BEGIN}(?:mine|hers|theirs|yours)(?:['’]?s|\\sis|\\swas|,?\\swhich\\s(?:is|was)|,|:)?\\s$`,
  `${BEGIN}(?:my|our|${ROLE})\\s(?:number|code|one|pin|login|digits),?\\s(?:(?:which|that)\\s)?(?:is|was)\\s$`,
  `${BEGIN}(?:her|his|their)\\s(?:number|code|one|pin|login|digits),?\\s(?:which|that)\\s(?:is|was)\\s$`,
  /** `the one i use is `, `Dad's is `, `boss gave me `, `he told me its `, `it used to be `. */
  `${BEGIN}the\\s(?:one|number|code|pin)\\s(?:that\\s)?(?:i|we|she|he|they)\\s(?:\\p{L}{2,6}\\s)?\\p{L}{2,6}\\s(?:is|was)\\s$`,
  `${BEGIN}(?:\\p{L}{2,12}['’]s)\\sis\\s$`,
  `${BEGIN}(?:gave|given|give|told|texted|sent)\\s(?:me|us|him|her|them)\\s(?:(?:it['’]?s|it\\sis|it\\swas|that\\sits|to\\suse)\\s)?$`,
  /** `Sue types `, `sticky note says `, `our number for voids is `, `void code `. */
  `${BEGIN}\\p{L}{2,12}\\s(?:types|enters|keys\\sin|punches\\sin|uses)\\s$`,
  `${BEGIN}(?:note|post-?it)\\s[^.!?\\n]{0,20}says?\\s$`,
  `${BEGIN}(?:she|he|they|i|someone)\\swrote\\s$`,
  `${BEGIN}(?:number|code)\\sfor\\s(?:the\\s)?(?:voids?|refunds?|discounts?|overrides?|safe|door|alarm|gate)\\s(?:is\\s)?$`,
  `${BEGIN}(?:void|refund|override|key ?box|lock ?box|key ?safe|master)(?:\\scodes?)?(?:\\sis|:)?\\s$(?<=(?:code|box|safe)\\P{L}.{0,6})`,
  `${BEGIN}(?:press|hit|push)\\s[\\p{L}*#]{1,12},?\\s(?:and\\s)?then\\s$`,
  `${BEGIN}(?:set|unset|arm|disarm)\\s(?:(?:the\\s)?(?:alarm|it)\\s)?with\\s$`,
  `${BEGIN}(?:birthday|birth ?date|dob)[^.!?\\n\\d]{0,12}\\s$`,
  `${BEGIN}used\\sto\\sbe\\s(?:[^\\s,]{3,8},?\\s(?:and\\s|but\\s)?now\\sit['’]?s\\s)?$`,
  `(?:^|${BEGIN}(?:i|we|have|ive|i['’]ve|just|also|even)\\s)tried\\s$`,
  /** `sign in 204 / `, `clerk 12 secret `, `front door keypad `, `gate: `. */
  `${BEGIN}(?:sign|log)\\s?(?:in|on)\\s\\d{1,6}\\s?[/,|-]\\s?$`,
  `${BEGIN}(?:secret|swipe number|sign[ -]?on number)(?:\\sis|:)?\\s$`,
  `${BEGIN}(?:keypad|(?:burglar|intruder|house|shop)\\salarm)(?:\\sis|:|\\s-)?\\s$`,
  `${BEGIN}(?:gate|barrier)(?:\\sis|:|\\s-)\\s$`,
  `${BEGIN}(?:the\\s)?(?:${ROLE})\\s(?:one|number|digits)(?:['’]s)?\\s$`,
  /** `clerk 5 goes in with `, `clerk 1 with `, `signs on with `. */
  `${BEGIN}(?:go(?:es)?|gets?|signs?|logs?)\\s(?:in|on)\\swith\\s$`,
  `${BEGIN}(?:clerk|cashier|operator|user)\\s\\d{1,3}\\swith\\s$`,
  /** `left everything on `, `tills 1 to 4 take `. */
  `${BEGIN}(?:left|leave|leaves|kept|keep|set|put)\\s(?:everything|it all|them all|it|them|us all)\\s(?:on|to)\\s$`,
  `${BEGIN}tills?\\s[^.!?\\n]{1,24}\\s(?:takes?|accepts?)\\s$`,
  /** `a note saying manager `. */
  `${BEGIN}(?:say(?:s|ing)?|note|written|wrote|reads?)\\s(?:the\\s)?(?:manager|supervisor|boss|admin|override)\\s$`,
  /** `time-lock safe opens on `, `safe's `, `tresor geht mit `. */
  `${BEGIN}${SAFE}(?:['’]s|\\sis|:)?\\s(?:(?:code|combo|combination|number|is)\\s){0,2}$`,
  `${BEGIN}${SAFE}\\s[^.!?\\n]{0,40}(?:opens?\\s(?:on|with|at|to)|geht\\smit|is)\\s$`,
  /** `text message just came, `, `sms code `, `one-time `. */
  `${BEGIN}(?:text message|texted me|sms|otp|one[- ]time|authenticator|verification|2fa)(?![\\p{L}])[^.!?\\n\\d]{0,30}[,:\\s]\\s?$`,
]);

/** Before a number in words, which is less often one of something else. */
export const FRAMES_SPOKEN = any([
  `${BEGIN}(?:you|i|we|she|he)\\s(?:\\p{L}{2,9}\\s)?(?:do|press|type|put|key|enter|whispered|use|say|go)\\s(?:it\\s|in\\s|this\\s|to me,?\\s)?(?:manager\\s)?(?:then\\s)?$`,
  `${BEGIN}(?:whispered|told|texted|gave|read|read it)\\s(?:it\\s)?(?:to\\s)?(?:me|us)[,:]?\\s$`,
  `${BEGIN}(?:pin|code|password|passcode)\\sis\\s[^.!?\\n\\d]{0,50}$`,
  `${BEGIN}(?:we|i)\\s(?:made|set)\\s(?:it|them)\\s[^.!?\\n]{0,36},\\s$`,
  `${BEGIN}(?:birthday|anniversary|birth ?date|year we opened|born)[^.!?\\n]{0,12}\\s$`,
  `${BEGIN}(?:mine|it['’]?s|it was|is still|is always)\\s$(?<=(?:not proud|but|mine|always|morning)[^.!?]{0,24})`,
]);

/** Behind a number that is typed. */
export const FRAMES_AFTER = any([
  /** `4471 is what she types`, `, that's what Dad always used`, `has been my number`. */
  "^,?\\s(?:is|are|was|that['’]?s|thats)\\swhat\\s(?:i|you|we|she|he|they|dad|mum|the boss|everyone|to)(?:\\s\\p{L}{2,8}){0,2}\\s(?:types?|enter(?:s|ed)?|uses?|used|puts?|press(?:es)?|give|gave|do|key)(?!\\p{L})",
  '^,?\\s(?:has|had)\\s(?:always\\s)?been\\s(?:my|her|his|our|the)\\s(?:number|code|pin|one)',
  `^,?\\s(?:is|that['’]?s|thats|which is)\\s(?:the\\s(?:one|number|code)\\s(?:for|to|of)\\s(?:the\\s|my\\s|our\\s)?(?:${ROLE}|log|back office|till)|hers|mine|theirs)(?![\\p{L}])`,
  /** `then no sale`, `and then ok`. */
  '^,?\\s(?:and\\s|then\\s|and then\\s)(?:press\\s)?(?:the\\s)?(?:enter|ok|hash|star|green|no sale|sub ?total|pound sign)(?![\\p{L}])',
  /** `opens the drawer`, `used to disarm it`. */
  '^\\s(?:opens?|unlocks?|disarms?|used to (?:open|disarm|unlock))\\s(?:the|it|our|my|a)(?![\\p{L}])',
  '^,?\\s(?:on|for|at)\\sthe\\s(?:side|front|back|main|staff)\\s(?:gate|door|entrance)(?![\\p{L}])',
]);

/** Behind a number that counts: `we did 4000 sales`. */
export const OF_A_COUNT =
  /^(?:\s(?:and|or)\s\d{1,7})?\s(?:baud|back|watts?|volts?|hz|rpm|quid|bar)(?![\p{L}])|^\s(?:more\s|new\s|small\s)?(?!(?:is|was|has|always|does|this|works|keys|opens|unlocks|disarms|gets|comes|goes|takes|fails|gives|shows|says|lets|makes|throws|returns|stops|bounces)(?![\p{L}]))\p{L}{3,14}s(?![\p{L}])/iu;

/** `go from 4590 to 9054`. */
export const PAIRED =
  /(?<![\p{L}])(?:go|went|going|changed?|switched|i|we) (?:it |them |my (?:pin|code|number) )?from (?<old>\d{4,8}) to (?<now>\d{4,8})(?![\p{L}\p{N}]|[.,:/-]\d)/dgiu;
