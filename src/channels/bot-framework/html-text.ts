/** The plain text of a Teams message that came as HTML: line breaks kept, tags gone, entities read. */

import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { WrittenText } from './written-text.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set('p div li ul ol tr table pre blockquote h1 h2 h3 h4 h5 h6 hr'.split(' '));
/** Elements whose inside is not text. */
const UNREAD = new Set('script style head title template attachment iframe noembed noframes'.split(' '));

/**
 * Longest HTML that is read, in UTF-16 units. Range from 64 KiB, default 256 KiB: Teams sends at most some 100 KB. Of tags
 * alone a megabyte takes a fifth of a second.
 */
const LONGEST_HTML = 262_144;

/** What a message in HTML says. */
export interface HtmlText {
  readonly text: string;
  /** Pictures inside the text. */
  readonly pictures: number;
}

/**
 * Reads HTML. Mentions of `botName` are left out, other mentions keep their name. What is quoted of an earlier message
 * is left out too: it was said by somebody else, or by the bot itself. What is beyond `LONGEST_TEXT` of text or `LONGEST_HTML`
 * is not read.
 */
export function htmlToText(html: string, botName: string | null): HtmlText {
  // Cut behind a tag, for half of one would be text.
  const read = html.length > LONGEST_HTML ? html.slice(0, html.lastIndexOf('>', LONGEST_HTML) + 1) : html;
  return new HtmlReader(read, botName).read();
}

/** What an element means for the text in it. */
type Role = 'plain' | 'pre' | 'unread' | 'mention';

interface Open {
  readonly name: string;
  readonly role: Role;
}

/**
 * Makes text of tokens. Elements are matched here and not by `Parser` of htmlparser2, which looks through all that are
 * open at each end tag: 256 KiB of `<b>` and `</i>` keep it busy for two seconds. Here every tag costs the same.
 */
class HtmlReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #botName: string | null;
  readonly #tokenizer = new Tokenizer({ recognizeSelfClosing: true }, this);
  readonly #written = new WrittenText();
  readonly #open: Open[] = [];
  /** How many elements of each name are open. */
  readonly #openOfName = new Map<string, number>();
  /** How many elements of each role are open. */
  readonly #openOfRole: Record<Role, number> = { plain: 0, pre: 0, unread: 0, mention: 0 };
  /** The innermost mention: how many elements are open around it, and where its name begins. */
  #mention: { readonly depth: number; readonly from: number } | null = null;
  #tag = { name: '', itemtype: '' };
  #attribute = '';
  /** Text since the last tag. */
  #run = '';
  /** How much of the HTML was understood. */
  #readTo = 0;
  #pictures = 0;

  constructor(html: string, botName: string | null) {
    this.#html = html;
    this.#botName = botName;
  }

  read(): HtmlText {
    this.#tokenizer.write(this.#html);
    this.#tokenizer.end();
    this.#endRun();
    return { text: this.#written.toString(), pictures: this.#pictures };
  }

  ontext(start: number, end: number): void {
    this.#readTo = end;
    if (this.#openOfRole.unread === 0) this.#run += this.#html.slice(start, end);
  }

  ontextentity(codePoint: number, end: number): void {
    this.#readTo = end;
    if (this.#openOfRole.unread === 0) this.#run += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = { name: this.#html.slice(start, end).toLowerCase(), itemtype: '' };
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === 'itemtype') this.#tag.itemtype += this.#html.slice(start, end);
  }

  onattribentity(): void {}

  onattribend(): void {}

  onopentagend(end: number): void {
    this.#start(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#start(end, true);
  }

  onclosetag(start: number, end: number): void {
    const behind = this.#html.indexOf('>', end);
    this.#readTo = behind < 0 ? this.#html.length : behind + 1;
    this.#endRun();
    const name = this.#html.slice(start, end).toLowerCase();
    this.#close(name);
    if (BLOCKS.has(name)) this.#written.breakLine();
  }

  oncomment(_start: number, end: number): void {
    this.#readTo = end + 1;
  }

  oncdata(_start: number, end: number): void {
    this.#readTo = end + 1;
  }

  ondeclaration(_start: number, end: number): void {
    this.#readTo = end + 1;
  }

  onprocessinginstruction(): void {}

  /** A tag that never ends is text, and what looks like a tag in it is none of it. */
  onend(): void {
    if (this.#openOfRole.unread === 0) this.#run += this.#html.slice(this.#readTo).replace(/<[^<>]*>/g, ' ');
  }

  #start(end: number, isEmpty: boolean): void {
    this.#readTo = end + 1;
    this.#endRun();
    const { name, itemtype } = this.#tag;
    if (name === 'br') this.#written.write('\n');
    else if (name === 'img') this.#pictures += /emoji/i.test(itemtype) ? 0 : 1;
    else if (!isEmpty) this.#begin(name, roleOf(name, itemtype));
    if (BLOCKS.has(name)) this.#written.breakLine();
  }

  #begin(name: string, role: Role): void {
    // A mention in a mention is the one that counts, so that no name is looked at twice.
    if (role === 'mention') this.#mention = { depth: this.#open.length, from: this.#written.end };
    this.#open.push({ name, role });
    this.#openOfName.set(name, (this.#openOfName.get(name) ?? 0) + 1);
    this.#openOfRole[role]++;
  }

  /** Ends an element and all that are open inside it; an end tag of none is passed over. */
  #close(name: string): void {
    if ((this.#openOfName.get(name) ?? 0) === 0) return;
    for (let last = this.#open.pop(); last !== undefined; last = this.#open.pop()) {
      this.#openOfName.set(last.name, (this.#openOfName.get(last.name) ?? 0) - 1);
      this.#openOfRole[last.role]--;
      if (this.#mention?.depth === this.#open.length) this.#endMention(this.#mention.from);
      if (last.name === name) return;
    }
  }

  #endMention(from: number): void {
    this.#mention = null;
    if (this.#written.since(from).trim() === this.#botName) this.#written.takeBack(from);
  }

  #endRun(): void {
    if (this.#run === '') return;
    this.#written.write(this.#openOfRole.pre > 0 ? this.#run : this.#run.replace(/\s+/g, ' '));
    this.#run = '';
    if (this.#written.isFull) this.#tokenizer.pause();
  }
}

function roleOf(name: string, itemtype: string): Role {
  if (UNREAD.has(name) || (name === 'blockquote' && /reply/i.test(itemtype))) return 'unread';
  if (name === 'at' || /mention/i.test(itemtype)) return 'mention';
  return name === 'pre' ? 'pre' : 'plain';
}
