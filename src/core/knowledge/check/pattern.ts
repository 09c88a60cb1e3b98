/** Regular expressions taken apart far enough to tell which can be matched in time. */

/** One character, and which it may be. */
interface One {
  readonly kind: 'one';
  readonly source: string;
}

/** Several ways to go on. */
interface Group {
  readonly kind: 'group';
  readonly ways: readonly Part[][];
  /** Looks ahead or behind, and takes no characters. */
  readonly looks: boolean;
}

/** Something, and how often. */
export interface Part {
  readonly what: One | Group;
  readonly least: number;
  /** Infinity: without limit. */
  readonly most: number;
}

/** Refers to what an earlier group found, which no bound on the work covers. */
export class BackReference extends Error {}

/**
 * Takes apart a pattern that the engine has accepted already; so it is enough to tell characters, groups and
 * repeats. Anchors (`^ $ \b \B`) take no character and are left out.
 * @throws BackReference where the pattern has one.
 */
export function partsOf(pattern: string): readonly Part[][] {
  const reader = new Reader(pattern);
  return reader.ways();
}

/** How few characters a pattern can match. */
export function leastLength(ways: readonly (readonly Part[])[]): number {
  return Math.min(...ways.map((way) => way.reduce((sum, part) => sum + part.least * leastOf(part.what), 0)));
}

function leastOf(what: Part['what']): number {
  if (what.kind === 'one') return 1;
  return what.looks ? 0 : leastLength(what.ways);
}

const ANCHOR = /^(?:\^|\$|\\[bB])/;
const GROUP = /^\((?:\?(?::|=|!|<=|<!|<[A-Za-z_$][\w$]*>))?/;
const BACK = /^\\(?:[1-9]|k<)/;
const ONE = /^(?:\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|.)|\[(?:\\.|[^\]\\])*\]|.)/s;
const REPEAT = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/;

class Reader {
  #at = 0;
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  ways(): Part[][] {
    const ways: Part[][] = [[]];
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== ')') {
      if (this.#pattern[this.#at] === '|') {
        this.#at += 1;
        ways.push([]);
      } else if (this.#take(ANCHOR) === null) ways.at(-1)?.push(this.#part());
    }
    return ways;
  }

  #part(): Part {
    const what = this.#what();
    const repeat = this.#take(REPEAT);
    if (repeat === null) return { what, least: 1, most: 1 };
    const [, sign, least, comma, most] = repeat;
    if (sign !== undefined) return { what, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    const from = Number(least);
    if (comma === undefined) return { what, least: from, most: from };
    return { what, least: from, most: most === '' ? Infinity : Number(most) };
  }

  #what(): One | Group {
    if (this.#peek(BACK) !== null) throw new BackReference();
    const open = this.#take(GROUP);
    if (open === null) return { kind: 'one', source: this.#take(ONE)?.[0] ?? '' };
    const ways = this.ways();
    this.#at += 1;
    return { kind: 'group', ways, looks: /^\(\?<?[=!]/.test(open[0]) };
  }

  #peek(what: RegExp): RegExpExecArray | null {
    return what.exec(this.#pattern.slice(this.#at));
  }

  #take(what: RegExp): RegExpExecArray | null {
    const found = this.#peek(what);
    this.#at += found?.[0].length ?? 0;
    return found;
  }
}
