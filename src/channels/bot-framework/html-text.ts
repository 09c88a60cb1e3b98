/** The plain text of a Teams message that came as HTML: line breaks kept, tags gone, entities read. */

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'pre',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
]);
/** Elements whose inside is not text. */
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template', 'attachment']);
/** The few entities that editors write; all others come as numbers or as the characters themselves. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What a message in HTML says. */
export interface HtmlText {
  readonly text: string;
  /** Pictures inside the text. */
  readonly pictures: number;
}

interface Open {
  readonly name: string;
  /** Where its text begins in what was written so far. */
  readonly from: number;
  readonly role: 'plain' | 'mention' | 'unread';
}

/**
 * Reads HTML in one pass. Mentions of `botName` are left out, other mentions keep their name. What is quoted of
 * an earlier message is left out too: it was said by somebody else, or by the bot itself.
 */
export function htmlToText(html: string, botName: string | null): HtmlText {
  const open: Open[] = [];
  let text = '';
  let unread = 0;
  let pictures = 0;
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };

  for (const [token] of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*>|[^<]+|</gi)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token);
    if (tag === null || !token.endsWith('>')) {
      if (unread === 0 && !token.startsWith('<!--'))
        text += decode(token).replace(/\s+/g, inPre(open) ? '$&' : ' ');
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '/') close(name);
    else if (name === 'br') text += '\n';
    else if (name === 'img') pictures += /itemtype="[^"]*emoji/i.test(token) ? 0 : 1;
    else if (!token.endsWith('/>')) begin(name, token);
    if (BLOCKS.has(name)) breakLine();
  }
  return { text: tidy(text), pictures };

  function begin(name: string, token: string): void {
    const quoted = name === 'blockquote' && /itemtype="[^"]*reply/i.test(token);
    const mention = name === 'at' || /itemtype="[^"]*mention/i.test(token);
    const role = quoted || UNREAD.has(name) ? 'unread' : mention ? 'mention' : 'plain';
    if (role === 'unread') unread++;
    open.push({ name, from: text.length, role });
  }

  function close(name: string): void {
    const at = open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    for (const element of open.splice(at).reverse()) {
      if (element.role === 'unread') unread--;
      if (element.role === 'mention' && text.slice(element.from).trim() === botName)
        text = text.slice(0, element.from);
    }
  }
}

function inPre(open: readonly Open[]): boolean {
  return open.some((element) => element.name === 'pre');
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\u00a0/g, ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
