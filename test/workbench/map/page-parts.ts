/** Reads a page as XML would have it, strictly: what is not well-formed is an error. */

/** One start tag, with its attributes unescaped. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Parts {
  readonly elements: readonly Element[];
  /** What a person reads: all text outside of style and script, unescaped, spaces as one. */
  readonly text: string;
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Throws where the page is not well-formed: tags that do not match, an attribute twice, a stray `<` or `&`. */
export function partsOf(page: string): Parts {
  const body = page.replace(/^<!DOCTYPE html>\n/, '');
  const open: string[] = [];
  const elements: Element[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const match of body.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi)) {
    const [tag, closing, name = '', attributes = '', empty] = match;
    const inside = open.at(-1);
    const before = body.slice(at, match.index);
    at = match.index + tag.length;
    if (inside !== 'style' && inside !== 'script') texts.push(unescaped(before));
    else if (/[<&]/.test(before)) throw new Error(`<${inside}> has a sign that XML takes for its own`);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes <${inside}>`);
      continue;
    }
    elements.push({ name, attributes: attributesOf(attributes) });
    if (empty !== '/') open.push(name);
  }
  if (open.length > 0 || body.slice(at).trim() !== '') throw new Error(`<${open.at(-1)}> is not closed`);
  return { elements, text: texts.join(' ').replace(/\s+/g, ' ') };
}

function attributesOf(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} stands twice in one tag`);
    found[name] = unescaped(value);
  }
  return found;
}

function unescaped(text: string): string {
  if (/</.test(text)) throw new Error(`a stray < in: ${text.slice(0, 80)}`);
  return text.replace(/&([^;]{0,8};)?/g, (entity, name: string | undefined) => {
    const sign = CHARACTERS[name?.slice(0, -1) ?? ''];
    if (sign === undefined) throw new Error(`${entity} is no character`);
    return sign;
  });
}
