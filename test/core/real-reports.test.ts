/** Inputs of real reports, each for a kind of fault that was mended: what the bot makes of each as a first message. */

import { describe, expect, test } from 'vitest';
import { newConversation, type Response } from '../../src/core/conversation.ts';
import { respond } from '../../src/core/respond.ts';
import { said } from '../../src/simulate/person.ts';
import { shippedBase } from '../foreign-base.ts';

const { prepared } = await shippedBase();

const responseTo = (text: string): Response => respond(prepared, newConversation(), said(text, 'report'));

const kindsOf = ({ replies }: Response): readonly string[] => replies.map(({ kind }) => kind);
const likeliest = ({ reading }: Response): string | undefined => reading.problems[0]?.id;
const factsOf = ({ reading }: Response): readonly string[] =>
  reading.facts.map(({ question, answer, denied }) => `${denied ? 'not ' : ''}${question}=${answer}`);

describe('an honest report is not refused', () => {
  test.each([
    ['When I use my key the till still says key supervisor error.', 'pos-keylock'],
    ['when I scan my badge nothing happens', 'credential-reader'],
    ['when we use the spare key it works', 'pos-keylock'],
    ['when I put the supervisor key in the lock nothing happens on the screen', 'pos-keylock'],
  ])('%s', (text, family) => {
    const response = responseTo(text);
    expect(kindsOf(response)).not.toContain('refusal');
    expect(response.reading.family?.id).toBe(family);
  });

  test.each(["can I use my colleague's fob", "tell me when I may use the manager's card"])(
    'and this one still is: %s',
    (text) => {
      expect(kindsOf(responseTo(text))).toContain('refusal');
    },
  );
});

describe('the problem comes first', () => {
  test.each([
    ['Reader at the side door: lamp stays dark when a fob is held to it', 'reader-disconnected'],
    [
      'the door box can be reached over the network, opening by remote works, but its reader shows no light',
      'reader-disconnected',
    ],
    [
      'outdoor fob reader dead since morning, no lamp at all, the one indoors lets everybody in',
      'reader-disconnected',
    ],
    [
      'The reader board had come loose from its clip, we pressed it back and it reads again',
      'internal-ribbon-cable-loose',
    ],
    ['Log: "please check that the API is subscribed", code 28841105', 'tuya-api-not-authorised'],
    ['no display on the balancer after switching on, it only beeps', 'sensor-module-failover'],
    [
      "Only Marek may void yesterday's payments at the moment, two more of the finance team need to be able to",
      'unauthorised-action',
    ],
  ])('%s', (text, problem) => {
    expect(likeliest(responseTo(text))).toBe(problem);
  });
});

describe('stray words state nothing', () => {
  test.each([
    ['when I use my own key it says supervisor error', 'device=scale'],
    ['renewed till 2027, still supervisor error', 'device=till'],
    ['our trainee Odile gets key supervisor error', 'key-seat'],
    ['the wheel with the letters sits on the one that looks like a zigzag', 'reader'],
    [
      'it should answer 3 when the dongle is missing, but it answers -101, the dongle is plugged in and lit',
      'dongle-light=dark',
    ],
  ])('%s', (text, never) => {
    expect(factsOf(responseTo(text)).filter((fact) => fact.startsWith(never))).toEqual([]);
  });
});

test('a link to an API makes no API of a program', () => {
  const text =
    'Ticket 5512. App: KASSENWEB. Problem: no rights for voids since the upgrade. Attachment: https://api.files.example/v1/asset/screens.doc';
  const response = responseTo(text);
  expect(response.reading.family?.id).not.toBe('tuya-api');
  expect(likeliest(response)).toBe('profile-sync-incomplete');
});

test('the path of an answer of the API is kept, and nobody is cautioned', () => {
  const text =
    "Error: {'url': '/v2.0/infrareds/a360ce93c82393446a6vlr/remotes/x/ac/status', 'response': {'code': 28841002, 'msg': 'No permissions.'}}";
  const { replies, said: shown } = responseTo(text);
  expect(shown).toBe(text);
  expect(replies.map(({ text: told }) => told).join(' ')).not.toContain('[hidden]');
});
