/** A text as it is put together from an HTML message. */

import { LONGEST_TEXT } from '../activity/reading-limits.ts';

/** Pieces of text, at most `LONGEST_TEXT` in all; what was written last can be taken back. */
export class WrittenText {
  readonly #pieces: string[] = [];
  #room = LONGEST_TEXT;

  /** True where nothing more is taken. */
  get isFull(): boolean {
    return this.#room <= 0;
  }

  /** The place behind what was written so far. */
  get end(): number {
    return this.#pieces.length;
  }

  write(text: string): void {
    if (text === '' || this.isFull) return;
    this.#pieces.push(text.slice(0, this.#room));
    this.#room -= text.length;
  }

  /** Goes on in a new line, unless one has just begun. */
  breakLine(): void {
    if (this.#pieces.at(-1)?.endsWith('\n') === false) this.write('\n');
  }

  /** What was written behind a place. */
  since(place: number): string {
    return this.#pieces.slice(place).join('');
  }

  /** Takes back what was written behind a place; the room that it took stays taken. */
  takeBack(place: number): void {
    this.#pieces.length = place;
  }

  /** The whole text: no blanks at the ends of lines, no more than one empty line, none at the ends. */
  toString(): string {
    return this.since(0)
      .split('\n')
      .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}
