/** Bodies of activities that are dear to read: made of pieces that cost most where there are many of them. */

import fc from 'fast-check';

/** What an activity needs to be one, as far as a body does not say otherwise. */
const USUAL = {
  type: '"message"',
  id: '"a1"',
  channelId: '"test"',
  serviceUrl: '"http://127.0.0.1:9"',
  conversation: '{"id":"conversation"}',
  from: '{"id":"user"}',
  recipient: '{"id":"bot","name":"Keyturn"}',
  deliveryMode: '"expectReplies"',
  text: '"hello"',
};

/** JSON of an activity, some fields of which are given as JSON. */
export const activityJson = (fields: Readonly<Record<string, string>>): string =>
  `{${Object.entries({ ...USUAL, ...fields })
    .map(([name, json]) => `${JSON.stringify(name)}:${json}`)
    .join(',')}}`;

/** Pieces of HTML: tags that match nothing, what never ends, what is read twice. */
const HTML_PIECES = [
  '<b>',
  '</b>',
  '</i>',
  '<i>',
  '<at>',
  '<at id="0">Keyturn</at>',
  '</at>',
  '<span itemtype="http://schema.skype.com/Mention">',
  '<blockquote itemtype="http://schema.skype.com/Reply">',
  '<p>',
  '</p>',
  '<br>',
  '<div ',
  '<pre>',
  '</pre>',
  '<li>',
  '<table><tr><td>',
  '<form>',
  '<select><option>',
  '<svg><foreignObject>',
  '</foreignobject>',
  '<a><b><i>',
  '<img itemtype="http://schema.skype.com/Emoji">',
  '<x/>',
  '<!--',
  '-->',
  '--!>',
  '<!-- x -->',
  '<!',
  '<?',
  '<![CDATA[',
  ']]>',
  '<!doctype ',
  '<script>',
  '</script',
  '</script>',
  '<style>',
  '<title>',
  '<textarea>',
  '<plaintext>',
  '<template>',
  '<a b="',
  "<a b='",
  '<a b=',
  ' c=d',
  ' itemtype="x',
  '"',
  "'",
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&amp;',
  '&amp',
  '&#',
  '&#x1F600;',
  '&#0;',
  '&CounterClockwiseContourIntegral;',
  '&nosuchentity;',
  '&nbsp;',
  ' ',
  '\n',
  '\t',
  '\u00a0',
  'a',
  'it beeps ',
  '😀',
  'ﷺ',
];

/** How the bot is called: by a blank, by a letter, by what overlaps itself. */
const CALLS = [
  '<at>Keyturn</at>',
  ' ',
  '  ',
  'a',
  'aa',
  'aba',
  '\n',
  '<',
  '<at>',
  '@',
  '',
  'Keyturn',
  '\u00a0',
  'ab',
];

/** Items of a list, as JSON. */
const ITEMS = [
  '{}',
  '[]',
  'null',
  '0',
  '-1e-9',
  '""',
  '"\\u0061"',
  '{"type":"mention"}',
  '{"type":"mention","text":"a","mentioned":{}}',
  '{"type":"mention","text":"a","mentioned":{"id":"bot"}}',
  '{"id":"x"}',
  '{"id":1}',
  '{"contentType":1}',
  '{"contentType":"text/html","content":"<b>"}',
  '{"contentType":"image/png"}',
  '{"a":{"b":{"c":[]}}}',
];

const FIELDS = [
  'attachments',
  'entities',
  'membersAdded',
  'value',
  'channelData',
  'conversation',
  'from',
  'text',
  'locale',
  'more',
];

/** Fields that hold a text; some are not at the top. */
const TEXTS: readonly ((text: string) => Readonly<Record<string, string>>)[] = [
  ...['type', 'id', 'channelId', 'serviceUrl', 'timestamp', 'locale', 'deliveryMode', 'text', 'action'].map(
    (name) => (text: string) => ({ [name]: JSON.stringify(text) }),
  ),
  (text) => ({ serviceUrl: JSON.stringify(`https://${text}`) }),
  (text) => ({ serviceUrl: JSON.stringify(`https://bot.example/${text}`) }),
  (text) => ({ conversation: JSON.stringify({ id: text }) }),
  (text) => ({ conversation: JSON.stringify({ id: 'c', tenantId: text, conversationType: text }) }),
  (text) => ({ from: JSON.stringify({ id: text, name: text }) }),
  (text) => ({ attachments: JSON.stringify([{ contentType: text, content: text }]) }),
  (text) => ({ value: JSON.stringify({ keyturn: { say: text } }) }),
  (text) => ({
    value: JSON.stringify({ keyturn: { of: { kind: 'question', id: text, turn: 1 }, choice: text } }),
  }),
  (text) => ({ channelData: JSON.stringify({ clientActivityID: text }) }),
];

const TEXT_PIECES = [
  'a',
  ' ',
  '\n',
  '"',
  '\\',
  'ü',
  '\u0000',
  '\ud800',
  '../',
  '.',
  '@',
  '%41',
  '[',
  '<at',
  '4',
  '8.',
];

/** So much of `piece`, in UTF-16 units. */
const much = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Pieces one after the other again and again, or all of the first, then all of the second and so on. */
function made(pieces: readonly string[], inBlocks: boolean, size: number): string {
  if (!inBlocks) return much(pieces.join(''), size);
  return pieces.map((piece) => much(piece, Math.floor(size / pieces.length))).join('');
}

/** As many copies of an item as fit, as a JSON list. */
const listOf = (item: string, size: number): string =>
  `[${much(`${item},`, size - (size % (item.length + 1))).slice(0, -1)}]`;

const nested = (open: string, close: string, size: number): string => {
  const depth = Math.floor(size / (open.length + close.length));
  return `${open.repeat(depth)}0${close.repeat(depth)}`;
};

/** `{"k0":0,"k1":0, …}`. */
const keyed = (key: string, size: number): string => {
  const count = Math.floor(size / (key.length + 11));
  return `{${Array.from({ length: count }, (_, index) => `"${key}${index}":0`).join(',')}}`;
};

const inHtml = (html: string): string =>
  activityJson({ attachments: JSON.stringify([{ contentType: 'text/html', content: html }]) });

/** A message that calls the bot in these ways, each a thousand times. */
const calling = (calls: readonly string[], text: string): string => {
  const entities = calls.flatMap((call) =>
    Array.from({ length: 1_000 }, () => ({ type: 'mention', text: call, mentioned: { id: 'bot' } })),
  );
  return activityJson({ entities: JSON.stringify(entities), text: JSON.stringify(text) });
};

const inBytes = (body: string): number => new TextEncoder().encode(body).length;

/** A kind of body in every size, in bytes of JSON in UTF-8; it is never larger than that. */
export type BodyOfSize = (maxBytes: number) => string;

/** Cuts what is inside until the whole body fits: quotes and letters beyond ASCII take more than one byte. */
const fitted =
  (bodyWith: (size: number) => string): BodyOfSize =>
  (maxBytes) => {
    let size = maxBytes - 1_024;
    for (;;) {
      const body = bodyWith(Math.max(8, size));
      const bytes = inBytes(body);
      if (bytes <= maxBytes || size <= 8) return body;
      size = Math.floor(size * Math.min(0.95, maxBytes / bytes));
    }
  };

const some = fc.array(fc.constantFrom(...HTML_PIECES), { minLength: 1, maxLength: 5 });
const html = fc
  .tuple(some, fc.boolean())
  .map(([pieces, inBlocks]) => fitted((size) => inHtml(made(pieces, inBlocks, size))));
const calls = fc
  .tuple(fc.array(fc.constantFrom(...CALLS), { minLength: 1, maxLength: 4 }), some, fc.boolean())
  .map(([all, pieces, inBlocks]) =>
    fitted((size) => calling(all, made([...all, ...pieces].filter(Boolean), inBlocks, size))),
  );
const lists = fc
  .tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...ITEMS))
  .map(([field, item]) => fitted((size) => activityJson({ [field]: listOf(item, size) })));
const texts = fc
  .tuple(fc.constantFrom(...TEXTS), fc.array(fc.constantFrom(...TEXT_PIECES), { minLength: 1, maxLength: 3 }))
  .map(([field, pieces]) => fitted((size) => activityJson(field(much(pieces.join(''), size)))));
const depths = fc
  .tuple(fc.constantFrom(...FIELDS), fc.constantFrom(['[', ']'], ['{"a":', '}'], ['[{"a":', '}]']))
  .map(([field, [open = '', close = '']]) =>
    fitted((size) => activityJson({ [field]: nested(open, close, size) })),
  );
const keys = fc
  .tuple(fc.constantFrom(...FIELDS), fc.constantFrom('k', '', '1', 'a'.repeat(50)))
  .map(([field, key]) => fitted((size) => activityJson({ [field]: keyed(key, size) })));

/** Any of them. */
export const hostileBody: fc.Arbitrary<BodyOfSize> = fc.oneof(
  { weight: 6, arbitrary: html },
  { weight: 3, arbitrary: calls },
  { weight: 2, arbitrary: lists },
  { weight: 2, arbitrary: texts },
  { weight: 1, arbitrary: depths },
  { weight: 1, arbitrary: keys },
);

/** Bodies that once cost seconds, or would with the usual way of reading them. */
export const DEAREST: readonly (readonly [string, BodyOfSize])[] = [
  ['bold that never ends, and ends of italics', fitted((size) => inHtml(made(['<b>x', '</i>'], true, size)))],
  ['bold and ends of italics in turn', fitted((size) => inHtml(made(['<b>x', '</i>'], false, size)))],
  ['mentions in mentions', fitted((size) => inHtml(made(['<at>', '</at>'], true, size)))],
  ['mentions beside mentions', fitted((size) => inHtml(much('<at>Keyturn</at>x', size)))],
  ['comments that never end', fitted((size) => inHtml(much('<!--', size)))],
  ['attributes whose quotes never end', fitted((size) => inHtml(much('<a b="', size)))],
  ['attributes of one element', fitted((size) => inHtml(`<a ${much('b c=d ', size)}>`))],
  ['entities', fitted((size) => inHtml(much('&lt', size)))],
  ['a thousand calls by a blank', fitted((size) => calling([' '], much(' ', size)))],
  ['a thousand calls by a letter', fitted((size) => calling(['a', 'aa'], much('a', size)))],
  ['empty entities', fitted((size) => activityJson({ entities: listOf('{}', size) }))],
  ['attachments that are none', fitted((size) => activityJson({ attachments: listOf('0', size) }))],
  [
    'a host of letters beyond ASCII',
    fitted((size) => activityJson({ serviceUrl: JSON.stringify(`https://${much('ü', size)}`) })),
  ],
];
