import { describe, expect, test } from 'vitest';
import { factsOf, hear } from './read.ts';

const heard = (text: string): string[] => factsOf(hear(text));

describe('device and model', () => {
  test.each([
    ['my till is dead', ['device=till'], null],
    ['the scales are wrong', ['device=scale'], null],
    ['checkout 3 is stuck', ['device=till'], null],
    ['it is an OP-909', ['device=scale'], 'OP-909'],
    ['it is an OP 909', ['device=scale'], 'OP-909'],
    ['op909 here', ['device=scale'], 'OP-909'],
    ['sharp er-a450', ['device=till'], 'Sharp ER-A450'],
    ['an er a450', ['device=till'], 'Sharp ER-A450'],
    ['Geodina optima', ['device=scale'], 'geodyna optima'],
    ['the terminal is dark', [], null],
    ['it is not a scale', ['not device=scale'], null],
    ["it isn't a scale, it's a till", ['device=till', 'not device=scale'], null],
    ['can you tell me more', [], null],
    ["the till's drawer", ['device=till'], null],
  ])('%s', (text, facts, model) => {
    expect(heard(text)).toEqual(facts);
    expect(hear(text).model).toBe(model);
  });
});

describe('what was done, what is seen, what was tried', () => {
  test.each([
    ['it happens on refunds', ['activity=refund']],
    ['when refunding a customer', ['activity=refund']],
    ['she wants her money back', ['activity=refund']],
    ['doing a price override', ['activity=override']],
    ['I was calibrating it', ['activity=calibrating']],
    ["can't do a refund", ['activity=refund']],
    ["it won't let me void", ['activity=void']],
    ['voids and refunds both', ['activity=refund', 'activity=void']],
    ['we had a blackout', ['before=power-cut']],
    ['the reader does not beep', ['beep=silent']],
    ['no beep when I put the card on', ['beep=silent']],
    ["it doesn't beep", ['beep=silent']],
    ['it dosnt beep', ['beep=silent']],
    ['it doesent beep', ['beep=silent']],
    ['the giant reader beeps', ['beep=beeps']],
    ['reader beeps fine', ['beep=beeps']],
    ['the key will not turn', ['key=stuck']],
    ["key won't turn", ['key=stuck']],
    ['the key turned', ['key=turns']],
    ['the seal is bust', ['seal=broken']],
    ['I wiped the reader already', ['already-tried=clean-reader']],
    ['rebooted', ['already-tried=restart']],
    ["haven't cleaned the reader", ['not already-tried=clean-reader']],
    ['i am the cashier', ['role=cashier']],
    ['the cashier left', []],
    ['the switch at the back is ON', ['seal-switch=on']],
    ['refund after the update', ['activity=refund', 'before=update']],
  ])('%s', (text, facts) => {
    expect(heard(text)).toEqual(facts);
  });
});

describe('denial reaches what it denies, and no further', () => {
  test.each([
    ['the seal is not broken', ['not seal=broken']],
    ['no, the seal is not broken', ['not seal=broken']],
    ['the switch is not on', ['not seal-switch=on']],
    ["the switch isn't on, the seal is intact", ['not seal-switch=on', 'seal=intact']],
    ['there was no power cut', []],
    ['it says key supervisor error', ['screen=key-error']],
  ])('%s', (text, facts) => {
    expect(heard(text)).toEqual(facts);
  });
});

describe('what is asked or only supposed is no fact', () => {
  test.each([
    ['is it the key?', []],
    ['is the seal broken?', []],
    ['do I turn the key?', []],
    ['what if the seal is broken?', []],
    ['why does the till want a supervisor for a refund?', ['device=till']],
    ['how do I clean the reader?', []],
    ['could you help with my scale?', ['device=scale']],
    ['my till says E01, is it the key?', ['device=till', 'screen=e01']],
  ])('%s', (text, facts) => {
    expect(heard(text)).toEqual(facts);
  });
});

describe('typing errors, slang and other words for the same', () => {
  test.each([
    ['doing a refnud', ['activity=refund']],
    ['key suprevisor eror', ['screen=key-error']],
    ['key gaffer error', ['screen=key-error']],
    ['seal is knackered', ['seal=broken']],
    ['tell me', []],
  ])('%s', (text, facts) => {
    expect(heard(text)).toEqual(facts);
  });
});

describe('codes count where they are codes', () => {
  test.each([
    ['{"code":28841105,"msg":"No permissions"}', ['code=28841105']],
    ['{\n  "code": 1004,\n  "msg": "sign invalid"\n}', ['code=1004']],
    ['{\\"code\\":1004}', ['code=1004']],
    ['the cloud says code=1004 again', ['code=1004']],
    ['opened C04', ['page=c01-c07']],
    ['E01 on the display', ['screen=e01']],
    ['e-01', ['screen=e01']],
    ['code 1999', []],
    ['error: 1004 g too much', []],
    ['error, call 020 7946 1004', []],
    ['error on 2023-1004', []],
    ['it weighs 1004', []],
  ])('%s', (text, facts) => {
    expect(heard(text)).toEqual(facts);
  });
});

describe('a longer phrase goes before a shorter one in it', () => {
  test('quotes are the words that said it', () => {
    const { facts, text } = hear('the till: price override, and the seal is not broken.');
    expect(facts.map(({ quote }) => quote?.text)).toEqual(['till', 'price override', 'seal is not broken']);
    for (const { quote } of facts) expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });
});

const ticket = `From: Jane Doe <jane@example.com>
Sent: Monday, 3 June 2024 10:04
To: Help Desk
Subject: deli scale

Good morning,
the technician opened C04 to calibrate the OP-909, but the page is
refused and it says key supervisor error. No power cut, it was not moved.
The switch at the back is ON.

Kind regards,
Jane Doe
Supervisor, Till Operations
Tel: +44 20 7946 1004

> On Friday somebody wrote:
> the seal is broken`;

describe('tickets', () => {
  test('one line that begins as a field does is what is said', () => {
    expect(heard('ticket: the till has E01')).toEqual(['device=till', 'screen=e01']);
  });
  test('headers, signature and quoted mail say nothing of the case', () => {
    expect(heard(ticket)).toEqual([
      'activity=calibrating',
      'device=scale',
      'page=c01-c07',
      'screen=key-error',
      'seal-switch=on',
    ]);
  });
  test('quoted mail counts where nothing else does', () => {
    expect(heard('see below\n\n> the seal is broken')).toEqual(['seal=broken']);
  });
  test('an afterword after the signature counts', () => {
    expect(heard('it fails\n\nRegards,\nTill Team\n\nPS: the seal is broken')).toEqual(['seal=broken']);
  });
  test('names and numbers at the end without a farewell', () => {
    expect(heard('the seal is broken\nplease come\nJohn Smith\nTill Manager\nTel: 0161 496 0123')).toEqual([
      'seal=broken',
    ]);
  });
});
