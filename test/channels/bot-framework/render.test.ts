import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readActivity } from '../../../src/channels/bot-framework/activity.ts';
import { placeOf } from '../../../src/channels/bot-framework/address.ts';
import { readTurn } from '../../../src/channels/bot-framework/read-turn.ts';
import { renderReply } from '../../../src/channels/bot-framework/render.ts';
import type { Reply } from '../../../src/core/conversation.ts';
import { activity } from '../../server/tiny-bot.ts';

const teams = placeOf(readActivity(activity({ id: 'a1', channelId: 'msteams' })));
const sms = placeOf(readActivity(activity({ id: 'a1', channelId: 'sms' })));
const label = (role: string) => role.toUpperCase();
const render = (reply: Reply, place = teams) => renderReply(reply, 'c/a1/0', place, label);

const question: Reply = {
  kind: 'question',
  id: 'seal',
  text: 'Is the seal switch on?',
  why: 'It locks the settings.',
  choices: [
    { id: 'on', label: 'On' },
    { id: 'off', label: 'Off' },
  ],
  of: { kind: 'question', id: 'seal', turn: 2 },
};
const remedy: Reply = {
  kind: 'remedy',
  id: 'seal-on',
  text: 'Turn the seal switch off.',
  why: 'You said C04.',
  choices: [{ id: 'fixed', label: 'Fixed' }],
  of: { kind: 'remedy', id: 'seal-on', turn: 3 },
  steps: [
    {
      id: 's1',
      by: 'supervisor',
      mayDo: false,
      caution: 'Breaking the seal is an offence.',
      do: 'Fetch your supervisor.',
      see: null,
      cannot: 'Call the repairer.',
    },
    {
      id: 's2',
      by: 'cashier',
      mayDo: true,
      title: 'Weigh again',
      caution: 'It tips.',
      do: 'Put the weight on the scale once more.',
      see: 'A weight.',
      cannot: null,
    },
  ],
};

/** Every text of a card, in reading order. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsOf(inner),
  );
}
const cardIn = (reply: Reply) => render(reply)?.attachments?.[0]?.content;

describe('a reply in Teams', () => {
  it('is a card with a button per choice, which comes back as that choice', () => {
    const card = cardIn(question);
    expect(card).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: expect.stringContaining('(1) On'),
    });
    expect(textsOf(card.body)).toEqual(['Is the seal switch on?', 'It locks the settings.']);
    expect(card.actions.map((action: { title: string }) => action.title)).toEqual(['On', 'Off']);
    const pressed = readTurn(
      readActivity(activity({ id: 'a2', text: undefined, value: card.actions[1].data })),
      0,
    );
    expect(pressed?.turn).toMatchObject({
      kind: 'chose',
      of: question.kind === 'question' ? question.of : null,
      choice: 'off',
    });
  });

  it('says what to do and by whom, and the caution of a step, marked, before how it is done', () => {
    const card = cardIn(remedy);
    expect(textsOf(card.body)).toEqual([
      'Turn the seal switch off.',
      'You said C04.',
      '⚠ Breaking the seal is an offence.',
      '1. Fetch your supervisor.',
      '  [SUPERVISOR]',
      '✗ Call the repairer.',
      '2. Weigh again',
      '  [CASHIER]',
      '⚠ It tips.',
      'Put the weight on the scale once more.',
      '✓ A weight.',
    ]);
    expect(card.body[2].items[0]).toMatchObject({ type: 'Container', style: 'attention' });
  });

  it('says large what is asked, and what the problem is; what comes before and what it means in plain size', () => {
    const sizes = (reply: Reply) =>
      cardIn(reply)
        .body.slice(0, 3)
        .map((each: { inlines: { text: string; size?: string }[] }) => [
          each.inlines[0]?.text,
          each.inlines[0]?.size ?? 'plain',
        ]);
    expect(
      sizes({ ...question, text: 'Noted: OP-909.\n\nIs the seal switch on?', why: 'w' } as Reply),
    ).toEqual([
      ['Noted: OP-909.', 'plain'],
      ['Is the seal switch on?', 'medium'],
      ['w', 'plain'],
    ]);
    expect(sizes({ ...remedy, text: 'The switch is on. It locks C04. Always.', why: 'w' } as Reply)).toEqual([
      ['The switch is on.', 'medium'],
      ['It locks C04. Always.', 'plain'],
      ['w', 'plain'],
    ]);
  });

  it('is plain text where there is nothing to press', () => {
    const closing: Reply = { kind: 'closing', id: 'closing', text: 'Good.' };
    expect(render(closing)).toMatchObject({ text: 'Good.', textFormat: 'plain', replyToId: 'a1' });
    expect(render(closing)?.attachments).toBeUndefined();
  });

  it('offers words instead of choices where a case was handed over', () => {
    const card = cardIn({
      kind: 'handover',
      id: 'h',
      text: 'Handed over.',
      why: '',
      summary: ['known: C04'],
      contacts: ['Service: 112'],
      choices: [{ id: 'restart', label: 'Start over' }],
    });
    expect(textsOf(card.body)).toEqual(['Handed over.', '• known: C04', '• Service: 112']);
    expect(card.body.filter((each: { separator?: true }) => each.separator)).toHaveLength(2);
    expect(card.actions[0].data).toEqual({ keyturn: { say: 'Start over' } });
  });

  it('is nothing while a human owns the case', () => {
    expect(render({ kind: 'silent', id: 'silent', text: '' })).toBeNull();
  });

  it('keeps its id when it is made again, and gives away nothing by it', () => {
    expect(render(question)?.id).toBe(render(question)?.id);
    expect(render(question)?.id).not.toContain('a1');
    expect(renderReply(question, 'c/a1/1', teams, label)?.id).not.toBe(render(question)?.id);
  });

  it('shows what people wrote as it is: no text stands where Markdown is read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const card = cardIn({ ...question, text, why: `you said "${text}"` } as Reply);
        expect(JSON.stringify(card)).not.toContain('"TextBlock"');
        expect(textsOf(card.body).join('')).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('a reply where there are no cards', () => {
  it('is text with everything in it', () => {
    expect(render(remedy, sms)).toMatchObject({
      text:
        'Turn the seal switch off.\nYou said C04.\n⚠ Breaking the seal is an offence.\n1. Fetch your supervisor. [SUPERVISOR]\n' +
        '   ✗ Call the repairer.\n2. Weigh again [CASHIER]\n⚠ It tips.\n   Put the weight on the scale once more.\n   ✓ A weight.\n(1) Fixed',
    });
  });
});
