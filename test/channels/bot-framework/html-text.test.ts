import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT } from '../../../src/channels/activity/reading-limits.ts';
import { htmlToText } from '../../../src/channels/bot-framework/html-text.ts';

describe('a Teams message in HTML', () => {
  it.each<[string, string, string]>([
    [
      'keeps the lines of a pasted ticket',
      '<p>Till 3</p><p>C04<br>since Monday</p>',
      'Till 3\nC04\nsince Monday',
    ],
    ['keeps the lines of a list', '<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    [
      'reads entities once',
      '<p>a &lt;b&gt; &amp;amp; &quot;c&quot;&nbsp;d &#233;&#x1F600;</p>',
      'a <b> &amp; "c" d é😀',
    ],
    ['leaves out what is no text', '<style>p{}</style><script>alert(1)</script><p>it beeps</p>', 'it beeps'],
    ['leaves out comments', 'a<!-- b <i>c</i> -->d', 'ad'],
    [
      'leaves out what is quoted of another message',
      '<blockquote itemtype="http://schema.skype.com/Reply"><p>Which device?</p></blockquote><p>the scale</p>',
      'the scale',
    ],
    [
      'keeps what the person quotes themselves',
      '<blockquote>screen says C04</blockquote><p>help</p>',
      'screen says C04\nhelp',
    ],
    ['leaves out a mention of the bot', '<p><at id="0">Keyturn</at>&nbsp;it beeps</p>', 'it beeps'],
    [
      'leaves out a mention of the bot in the newer form',
      '<span itemtype="http://schema.skype.com/Mention" itemid="0">Keyturn</span> it beeps',
      'it beeps',
    ],
    ['keeps the name of anybody else', '<p>ask <at id="1">Una</at></p>', 'ask Una'],
    ['keeps spaces in preformatted text', '<pre>{\n  "code": 1\n}</pre>', '{\n  "code": 1\n}'],
    ['does not take a lone sign for a tag', 'a < b and 3 > 2', 'a < b and 3 > 2'],
    ['takes a tag that never ends for text', 'x <b y', 'x <b y'],
    ['knows every entity', '3 &lt; 5 &hellip; &euro;5 &eacute;&mdash;&amp', '3 < 5 … €5 é—&'],
    ['leaves out a comment that never ends', 'it beeps<!-- <b>and hums</b>', 'it beeps'],
    ['leaves out what only XML knows', 'a<![CDATA[b]]>c<?d?>e', 'ace'],
    ['passes over ends of what never began', 'a</i></p>b', 'a\nb'],
    [
      'reads on behind a mention that never ends',
      '<p><at>Una</p><p><at>Keyturn</at>it beeps</p>',
      'Una\nit beeps',
    ],
    ['leaves out a call in a call', '<span itemtype="Mention"><at>Keyturn</at></span> it beeps', 'it beeps'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html, 'Keyturn').text).toBe(text);
  });

  it('counts pictures, and emoji are none', () => {
    expect(
      htmlToText('<p><img src="x"><img itemtype="http://schema.skype.com/Emoji" alt=":)"></p>', null)
        .pictures,
    ).toBe(1);
  });

  it('is cut where it is longer than anybody writes, behind a tag', () => {
    expect(htmlToText('<p>a</p>'.repeat(100_000), null).text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(htmlToText(`<p>a</p>${'<b class="none">'.repeat(100_000)}`, null).text).toBe('a');
  });

  it('is read whatever it is, and no known tag is left over', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<at>',
        '</at>',
        '<script>',
        '</script>',
        '<',
        '>',
        '&amp;',
        '<!--',
        '-->',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text } = htmlToText(pieces.join(''), 'Keyturn');
        expect(text).not.toMatch(/<\/?(?:p|at|script)>/);
      }),
    );
  });
});
