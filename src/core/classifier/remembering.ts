/** Functions that remember what they returned. */

/** The same function of a text, which remembers what it returned for `most` texts; too many are forgotten together. */
export function remembering<T>(most: number, work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const worked = work(text);
    if (known.size >= most) known.clear();
    known.set(text, worked);
    return worked;
  };
}
