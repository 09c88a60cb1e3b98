/** In which form a file is sent, as HTTP has clients and servers agree on it. */

/** Forms of a file, by their names in HTTP. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Best first, where a client likes them alike: the smallest. */
const BY_SIZE: readonly Encoding[] = ['br', 'gzip', 'identity'];

/**
 * The form that `accept` (the Accept-Encoding header) likes best among those that there are. `identity` where it
 * refuses all of them: sending something is kinder than 406.
 */
export function chooseEncoding(
  accept: string | undefined,
  isThere: (encoding: Encoding) => boolean,
): Encoding {
  const liking = readLiking(accept ?? '');
  let best: Encoding = 'identity';
  let mostLiked = 0;
  for (const encoding of BY_SIZE.filter(isThere)) {
    const liked = likes(liking, encoding);
    if (liked <= mostLiked) continue;
    best = encoding;
    mostLiked = liked;
  }
  return best;
}

/** Unlisted forms are not liked, but for `identity`, which is taken last. */
const likes = (liking: ReadonlyMap<string, number>, encoding: Encoding): number =>
  liking.get(encoding) ?? liking.get('*') ?? (encoding === 'identity' ? LAST : 0);

/** Below the smallest weight that can be written. */
const LAST = 0.0001;

/** Name → weight, 0..1. What cannot be read weighs nothing. */
function readLiking(accept: string): ReadonlyMap<string, number> {
  const items = accept.toLowerCase().split(',');
  return new Map(
    items.map((item): [string, number] => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
      return [
        name === 'x-gzip' ? 'gzip' : name,
        /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0,
      ];
    }),
  );
}
