/** How secrets are written. All patterns are matched in one pass over a bounded text. */

/** Words for a secret that is typed. */
export const CUE =
  '(?:pin|pins|p\\.i\\.n\\.?|passcode|pass code|pas{1,2}w(?:or|o|r)?ds?|pwd|pw|passphrase|passwort|kennwort|contrase[nñ]a|mot de passe|login code|access code|entry code|door code|security code|unlock code|alarm code)';
/** Whose it is. */
const WHOSE =
  "(?:manager|supervisor|boss|admin|administrator|operator|cashier|clerk|staff|override|master|login|user|owner|engineer|technician|dealer|till|safe|my|his|her|their|our)(?:'s|s)?";
/** What may stand between a cue and its value; blanks are bounded, because many links in many blanks would be tried. */
const LINK =
  "(?:\\s{0,4}(?:[:=,]|->)\\s{0,4}|'s\\s{1,4}|\\s{1,4}(?:-\\s|is|was|are|ist|es|est|number|no\\.?|nr\\.?|it's|its|now|still|of|to|from|for|the|my|our|new|old|code|set|changed|reset|and|or|then|typed|entered|tried|used|given|keyed|put|they|we|he|she|you|i|in|into|on|at|manager|supervisor|admin|this|that|till|staff|user|login|called|being|just|always|currently)(?=[\\s:=])|\\s{1,4})";
const DIGITS = '(?<value>\\d(?:[ -]?\\d){2,11})(?![\\p{L}\\p{N}])';

/** What finds secrets; each has a group `value`. */
export const patterns = {
  bearer: /\b(?:bearer|basic)\s+(?<value>[A-Za-z0-9._~+/=-]{8,})/dgi,
  jwt: /(?<value>\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?)/dg,
  /** `"client_secret": "…"`, also with escaped quotes. */
  field:
    /\\?["']?\b(?:(?:client|access|app|api|shared)[_-]?secret(?:[_-]?key)?|secret(?:[_-]?key)?|(?:access|refresh|id|auth|api|session|easy_access|bearer)[_-]?token|token|sign|signature|(?:x-)?api[_-]?key|access[_-]?key|private[_-]?key|local[_-]?key|password|passwd|pwd|passcode|pin|authorization|cookie)\\?["']\s*:\s*\\?["']?(?<value>[^"'\\\s,}[\]]{2,4000})/dgi,
  /** `secret=…` in an address or a command. */
  pair: /\b(?:(?:client|access|app|api|shared)[_-]?secret(?:[_-]?key)?|secret(?:[_-]?key)?|(?:access|refresh|id|auth|api|session)[_-]?token|token|sign|signature|(?:x-)?api[_-]?key|access[_-]?key|private[_-]?key|local[_-]?key|password|passwd|pwd|pw|pass|passcode|pin)=["']?(?<value>[^\s"'&,;)\]}[]{2,4000})/dgi,
  /** `Access Secret: 0f3c…`: a value with a digit or mixed letters. */
  named:
    /\b(?:(?:client|access|app|api|shared)[ _-]?(?:secret|token|key)|secret(?:[ _-]?key)?|(?:refresh|auth|session)[ _-]?token|token|sign(?:ature)?|local[ _-]?key)(?:\s+(?:is|was)\s+|\s*[:=]\s*|\s+)["']?(?<value>(?=[A-Za-z_+/=-]{0,200}\d)(?=[\d_+/=-]{0,200}[A-Za-z])[A-Za-z0-9_+/=-]{8,4000})/dgi,
  digitsAfterCue: new RegExp(`\\b${CUE}(?![\\p{L}\\p{N}_])${LINK}{1,4}["'(]?${DIGITS}`, 'dgiu'),
  secondDigits: new RegExp(
    `\\b${CUE}(?![\\p{L}\\p{N}_])[^.!?\\n\\d]{0,24}\\[hidden\\]["')]?\\s{0,2}(?:,|to|and|or|then|into)\\s{0,2}["'(]?${DIGITS}`,
    'dgiu',
  ),
  someonesCode: new RegExp(`\\b${WHOSE}\\s+(?:key\\s+)?code${LINK}{1,3}["'(]?${DIGITS}`, 'dgiu'),
  codeForSomeone: new RegExp(
    `(?<!error |fault |status )\\bcodes?\\s+(?:for|of)\\s+(?:the\\s+|my\\s+|our\\s+)?${WHOSE}${LINK}{1,3}["'(]?${DIGITS}`,
    'dgiu',
  ),
  digitsBeforeCue: new RegExp(
    `(?<![\\p{L}\\p{N}.,/:-])${DIGITS}["')]?\\s+(?:is|was|as|for)\\s+(?:(?:the|my|our|his|her|their|a|new|old|${WHOSE})\\s+){0,3}${CUE}(?![\\p{L}\\p{N}_])`,
    'dgiu',
  ),
  /** `pin4711`. */
  digitsJoined: /\bpin(?<value>\d{3,12})(?![\p{L}\p{N}])/dgiu,
  /** `her number is 4711`, said after a PIN was spoken of. */
  numberAfterTalk: new RegExp(
    `\\b(?:(?:my|his|her|their|our|the|${WHOSE})\\s+(?:numbers?|digits|one|combination)|number|it|that|mine|hers|theirs)(?:'s|\\s+(?:is|was)|\\s*[:=])\\s*(?:(?:just|still|now|always)\\s+){0,2}["'(]?(?<value>\\d(?:[ -]?\\d){2,7})(?![\\p{L}\\p{N}]|[ -]?\\d)`,
    'dgiu',
  ),
  /** `user admin pass Welcome1`. */
  afterUser:
    /\b(?:user(?:name)?|login|account)(?:\s*[:=]\s*|\s+(?:is\s+)?)(?!pass)[^\s,;:]{1,60}(?:\s*[,;/]\s*|\s+)(?:(?:and|with)\s+)?(?:pass|pas{1,2}word|passwd|pwd|pw)(?<link>\s*[:=]\s*|\s+(?:is\s+)?)["'`]?(?<value>[^\s"'`,;)\]}]{3,200})/dgiu,
  /** `pass Welcome1`: letters and digits, or it is no password. */
  mixedAfterPass:
    /\bpass\s+(?<value>(?=[^\s"'`,;)\]}]{0,200}\d)(?=[^\s"'`,;)\]}]{0,200}[A-Za-z])[^\s"'`,;)\]}]{6,200})/dgi,
  /** `https://name:secret@host`. */
  inAddress: /:\/\/[^\s/:@]{1,100}:(?<value>[^\s/@]{1,200})@/dgu,
  /** `pin: 12ab`, `password is hunter2`, `password hunter2`, `pass: hunter2`. */
  wordAfterCue: new RegExp(
    `\\b(?:${CUE}(?:\\s+(?:for|of)\\s+[\\p{L}]{1,20}(?:\\s+[\\p{L}]{1,20})?)?|pass(?=\\s*[:=]|\\s+is\\s+\\S*\\d))(?<link>\\s*:\\s*|\\s+=\\s*|=\\s+|\\s+[-–]\\s+|\\s+(?:is|was|ist|has been)\\s*:?\\s+(?:(?:re)?set\\s+to\\s+|changed\\s+to\\s+)?|\\s+)["'\`]?(?<value>[^\\s"'\`,;)\\]}]{2,200})`,
    'dgiu',
  ),
} as const;
