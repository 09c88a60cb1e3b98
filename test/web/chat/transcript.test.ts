import { expect, it } from 'vitest';
import { transcript } from '../../../src/web/chat/transcript.ts';
import { en } from '../../../src/web/texts/en.ts';
import { answer, handover, pressed, question, remedy, said } from './lines.ts';

it('is the conversation as anybody can read it, cautions before how it is done and ticks as they are', () => {
  const lines = [said('red light'), question('q'), pressed('On'), answer('a'), remedy('r'), handover('h')];
  const text = transcript(lines, { ...en, title: 'Coffee', you: 'Ann' }, { r: ['unplug'] }, () => '09:30');
  expect(text).toBe(`Coffee

[09:30] Ann: red light

[09:30] Help: Is the lamp on?
  - On
  - Off

[09:30] Ann: On

[09:30] Help: It is safe.

[09:30] Help: The tank is empty. No water, no coffee.
What points to it: “red”.
  [x] Look into the tank (Barista)
  ! Caution: It is hot.
      Open it.
      You should see: Steam.
      If that does not work: Wait.
  [ ] Fetch the owner. (owner)

[09:30] Help: Of course.
What is known
  Known: “red”
Whom to call
  The owner: 0123 456 789
`);
});
