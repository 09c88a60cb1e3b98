/** Lines that fit a terminal. */

/** Narrowest line that is still broken at words, in columns; below, a word a line would be unreadable. */
const NARROWEST = 20;

/** Characters that take two columns: East Asian wide ones and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
/** Characters that take none: accents and joiners. */
const WIDTHLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDTHLESS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * Breaks a text into lines of at most `width` columns, at blanks where there are any.
 * The first line starts with `lead`, the others with as many blanks.
 */
export function wrap(text: string, width: number, lead = ''): string {
  const indent = ' '.repeat(columnsOf(lead));
  const room = Math.max(NARROWEST, width - indent.length);
  const lines = text.split('\n').flatMap((line) => wrapLine(line, room));
  return lines.map((line, index) => `${index === 0 ? lead : indent}${line}`.trimEnd()).join('\n');
}

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap((each) => pieces(each, room))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (columnsOf(longer) <= room) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

/** A word longer than a line is cut. */
function pieces(word: string, room: number): string[] {
  if (columnsOf(word) <= room) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columnsOf(piece + character) > room) {
      cut.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...cut, piece];
}
