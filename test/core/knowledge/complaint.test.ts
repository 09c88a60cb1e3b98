import { expect, test } from 'vitest';
import { complaintAt, formatComplaint } from '../../../src/core/knowledge/complaint.ts';

const said = {
  code: 'UNKNOWN_QUESTION',
  path: 'problems/scale/seal-switch-on.yaml',
  message: '"setings-page"',
  suggestion: 'did you mean "settings-page"?',
} as const;

test('a complaint has a place to jump to, the line, and a caret', () => {
  const complaint = complaintAt(
    { line: 11, col: 3, source: '  setings-page: { c01-c07: almost-always }' },
    said,
  );
  expect(formatComplaint(complaint, 'knowledge/')).toBe(
    [
      'knowledge/problems/scale/seal-switch-on.yaml:11:3 UNKNOWN_QUESTION "setings-page": did you mean "settings-page"?',
      '  11 |   setings-page: { c01-c07: almost-always }',
      '         ^',
    ].join('\n'),
  );
});

test('the caret stands under the place after tabs too', () => {
  const lines = formatComplaint(complaintAt({ line: 1, col: 3, source: '\t\tx: y' }, said), '').split('\n');
  expect(lines[2]).toBe('      \t\t^');
});

test('of a long line the part around the place is shown', () => {
  const source = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
  const [, line = '', caret = ''] = formatComplaint(
    complaintAt({ line: 1, col: 301, source }, said),
    '',
  ).split('\n');
  expect(line.length).toBeLessThan(130);
  expect(line.slice(caret.length - 1)).toMatch(/^HERE/);
});

test('nothing that an author wrote reaches a terminal as a command', () => {
  const evil = '\u001b[2J\u0007\r\u202e';
  const complaint = complaintAt(
    { line: 1, col: 1, source: evil },
    { ...said, path: evil, message: evil, suggestion: evil },
  );
  expect(formatComplaint(complaint, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});
