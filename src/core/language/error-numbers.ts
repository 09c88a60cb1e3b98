/** Numbers that programs report errors with: they tell of the case, so they stay where nothing says whose code it is. */

/** Codes of the Tuya cloud, of HTTP and of Windows services. */
const REPORTED =
  /^(?:28841\d{0,3}|4000\d{4}|10(?:0\d|1[0-3])|11(?:0\d|1[0-4]|99)|1400|20(?:0[1-9]|10|17)|2406|10(?:5[1-9]|6\d)|[45]\d\d)$/;

/** Whether digits are the number of an error that is known, or begin with one that is long: `1106`, `28841105`. */
export const isErrorNumber = (digits: string): boolean => REPORTED.test(digits) || digits.startsWith('28841');

/** Whether a text before a number says that it is the number of an error: `the error code is `, `it returns `. */
export const speaksOfError = (before: string): boolean => ERROR_WORD.test(before);

const ERROR_WORD =
  /(?<![\p{L}])(?:err(?:or|ors|eur|ore)?|fehler|błąd|blad|fault|faults|status|response|http|exit|returns?|returned|event|fails? with|throws?|msg|log|logs|result|reason|exception)(?![\p{L}])/iu;
