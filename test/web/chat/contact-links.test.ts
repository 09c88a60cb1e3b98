import { describe, expect, it } from 'vitest';
import { contactPieces } from '../../../src/web/chat/contact-links.ts';

const links = (text: string): readonly string[] =>
  contactPieces(text).flatMap(({ href }) => (href === null ? [] : [href]));

describe('a contact', () => {
  it.each([
    ['Ring +49 (0)30 1234-567.', 'tel:+49301234567'],
    ['Ring 030 / 123 45 67 at night', 'tel:0301234567'],
    ['(020) 7946 0958', 'tel:02079460958'],
    ['Write to till.support@shop-it.example, please.', 'mailto:till.support@shop-it.example'],
  ])('calls or writes at a tap: %s', (text, href) => {
    expect(links(text)).toEqual([href]);
  });

  it.each([
    'Have the setting (C01 to C07) ready.',
    'Since 2026-11-22 at 09:30',
    'Serial number A0123456789',
    'Version 3.0123456',
    'javascript:alert(1) <a href="x">',
    'Room (12)',
  ])('leaves alone what is neither a number to ring nor an address: %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('loses nothing of its text', () => {
    const text = 'Day: 0800 123 4567, night: +1 555 123 4567, or desk@shop.example (always).';
    expect(
      contactPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(links(text)).toEqual(['tel:08001234567', 'tel:+15551234567', 'mailto:desk@shop.example']);
  });
});
