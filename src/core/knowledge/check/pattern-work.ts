/** How much work a regular expression can make at one place of a text, at worst. */

import { BackReference, type Part, partsOf } from './pattern.ts';

/**
 * Most ways in which a pattern may be tried at one place of a text. A repeat without limit counts as 10,000, so
 * one of them is fine and two that can take the same characters are not. Higher lets a hostile message hold up
 * everybody; lower refuses patterns that are fine.
 */
const MAX_WAYS = 20_000;
const WITHOUT_LIMIT = 10_000;

/** What can still give back characters that it took: which ones, and in how many ways. */
interface Open {
  readonly takes: ReadonlySet<number>;
  readonly ways: number;
}

/**
 * Why a pattern could take too long; null: it cannot. The rule: (1) a group that is repeated holds nothing that
 * varies (no other repeat, no choice), (2) no reference to an earlier group, (3) repeats and choices that can take
 * the same characters, and have nothing between them that those could not take, multiply to at most `MAX_WAYS`.
 */
export function slowness(pattern: string): string | null {
  try {
    return work(partsOf(pattern), []).fault;
  } catch (error) {
    if (error instanceof BackReference) return 'it refers back to an earlier group';
    throw error;
  }
}

interface Work {
  readonly open: readonly Open[];
  readonly fault: string | null;
}

/** Several ways to go on: what is open afterwards is what any of them leaves open, and the choice itself. */
function work(ways: readonly (readonly Part[])[], before: readonly Open[]): Work {
  const results = ways.map((way) => workOfWay(way, before));
  const fault = results.find((result) => result.fault !== null)?.fault ?? null;
  if (ways.length === 1) return { open: results[0]?.open ?? before, fault };
  const choice: Open = { takes: union(ways.flat().map(takenBy)), ways: ways.length };
  const left = [...new Set(results.flatMap(({ open }) => open))];
  return { open: [...left, choice], fault: fault ?? tooMany([...left, choice], choice) };
}

function workOfWay(way: readonly Part[], before: readonly Open[]): Work {
  let open = before;
  for (const part of way) {
    const next = workOfPart(part, open);
    if (next.fault !== null) return next;
    open = next.open;
  }
  return { open, fault: null };
}

function workOfPart(part: Part, before: readonly Open[]): Work {
  const { what, least, most } = part;
  const takes = takenBy(part);
  if (what.kind === 'group') {
    if (most > 1 && varies(what.ways))
      return { open: before, fault: 'a repeated group holds another repeat or a choice' };
    if (most <= 1) {
      const inner = work(what.ways, before);
      if (least === 1 || inner.fault !== null) return inner;
      const optional: Open = { takes, ways: 2 };
      const open = [...new Set([...before, ...inner.open, optional])];
      return { open, fault: tooMany(open, optional) };
    }
  }
  // What certainly takes a character that an open part could not have taken ends that part's freedom.
  const kept = least > 0 ? before.filter((one) => overlap(one.takes, takes)) : before;
  if (least === most) return { open: kept, fault: null };
  const own: Open = { takes, ways: Math.min(most - least + 1, WITHOUT_LIMIT) };
  const open = [...kept, own];
  return { open, fault: tooMany(open, own) };
}

function tooMany(open: readonly Open[], own: Open): string | null {
  const ways = open.reduce(
    (product, one) => (overlap(one.takes, own.takes) ? product * one.ways : product),
    1,
  );
  return ways <= MAX_WAYS ? null : 'two of its parts can take the same characters in too many ways';
}

/** Holds a repeat of varying length or a choice, at any depth. */
function varies(ways: readonly (readonly Part[])[]): boolean {
  if (ways.length > 1) return true;
  return ways
    .flat()
    .some(({ what, least, most }) => least !== most || (what.kind === 'group' && varies(what.ways)));
}

/** All of ASCII, and one for everything beyond. */
const SAMPLES = [...Array(128).keys(), 0xe9];

/** Patterns take the same characters again and again: `\d`, `\s`, letters. */
const takenBySource = new Map<string, ReadonlySet<number>>();

function takenBy({ what }: Part): ReadonlySet<number> {
  if (what.kind === 'group') return union(what.ways.flat().map(takenBy));
  const known = takenBySource.get(what.source);
  if (known !== undefined) return known;
  const one = new RegExp(`^(?:${what.source})$`, 'is');
  const taken = new Set(SAMPLES.filter((point) => one.test(String.fromCharCode(point))));
  takenBySource.set(what.source, taken);
  return taken;
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...set]));
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
