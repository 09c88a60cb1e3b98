/** Types of the modules of natural that are used, by their sub-paths: its root opens files and loads 1,270 modules. */

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(token: string): string };
  export default PorterStemmer;
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Likeness in 0..1; 1 is equal. */
  export default function JaroWinklerDistance(one: string, other: string): number;
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  /** Number of insertions, deletions, substitutions and transpositions between the two. */
  export function DamerauLevenshteinDistance(source: string, target: string): number;
}
