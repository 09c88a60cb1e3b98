/** Text from outside made harmless for a terminal. */

/** Direction marks and overrides: they can make a line read as what it does not say. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** C0 without the newline, DEL and C1: among them the escape that starts colours, titles and cursor moves. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;

/** The text without anything that a terminal would obey. Line breaks stay, tabs become blanks. */
export function safeText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll('\t', '  ')
    .replace(CONTROLS, '')
    .replace(DIRECTION_MARKS, '');
}
