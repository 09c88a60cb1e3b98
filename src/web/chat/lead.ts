/** The text of a reply in the parts in which it is shown: what matters most stands first and large. */

/** Paragraphs of a text; blank ones are left out. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What is said before the point, the point, and what it means. */
export interface Lead {
  readonly before: readonly string[];
  readonly title: string;
  /** Empty where the text has only one sentence, or where its first one is too long for a title. */
  readonly meaning: string;
}

/**
 * Longest title, in characters. Range 40..300: shorter leaves good titles in the small print, longer sets half a
 * paragraph in large letters.
 */
const LONGEST_TITLE = 140;

/** A sentence ends before a blank that a capital, a digit or opening marks follow: "C04. The scale" but not "e.g. it". */
const SENTENCE_END = /[.!?…]["”’»)]*\s+(?=["“„‘«(¿¡]*[\p{Lu}\p{Lo}\d])/u;

/** Splits a text: the last paragraph holds the point, its first sentence is the title. */
export function splitLead(text: string): Lead {
  const all = paragraphs(text);
  const point = all[all.length - 1] ?? '';
  const before = all.slice(0, -1);
  const end = SENTENCE_END.exec(point);
  const titleEnd = end === null ? point.length : end.index + end[0].length;
  const title = point.slice(0, titleEnd).trim();
  if (title.length > LONGEST_TITLE) return { before: [...before], title: point, meaning: '' };
  return { before, title: withoutStop(title), meaning: point.slice(titleEnd) };
}

/** A title has no full stop, but keeps a question mark. */
const withoutStop = (title: string): string => title.replace(/([^.])\.$/, '$1');

/** `Term: words` in its two parts; term null where there is none, or where it is too long to be one. */
export function splitTerm(line: string): { readonly term: string | null; readonly words: string } {
  const found = /^([^:\n]{1,80}):\s+(.+)$/s.exec(line);
  return found === null ? { term: null, words: line } : { term: found[1] ?? '', words: found[2] ?? '' };
}
