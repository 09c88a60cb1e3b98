import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../src/core/language/redact.ts';

const H = '[hidden]';

describe('what is a secret is masked, and the words around it stay', () => {
  test.each([
    ['pin is 4711', `pin is ${H}`],
    ['the PIN 4711 is refused', `the PIN ${H} is refused`],
    ['PIN: 4711', `PIN: ${H}`],
    ['pin=4711', `pin=${H}`],
    ['pin no. 4711 does not work', `pin no. ${H} does not work`],
    ["the manager's pin is 4711", `the manager's pin is ${H}`],
    ['my new pin is 2580, still refused', `my new pin is ${H}, still refused`],
    ['passcode 99 88', `passcode ${H}`],
    ['pin changed from 1111 to 2222', `pin changed from ${H} to ${H}`],
    ['I typed 4711 as my pin', `I typed ${H} as my pin`],
    ['User PIN tried: 8841', `User PIN tried: ${H}`],
    ['pin tried 8841, pw is rosebud', `pin tried ${H}, pw is ${H}`],
    ['the pin they used was 8841', `the pin they used was ${H}`],
    ['4711 is the pin', `${H} is the pin`],
    ['code for manager is 1234', `code for manager is ${H}`],
    ['the manager code is 1234', `the manager code is ${H}`],
    ['supervisor code 0000 refused', `supervisor code ${H} refused`],
    ['override code: 55512', `override code: ${H}`],
    ['door code 4455', `door code ${H}`],
    ['password: hunter2', `password: ${H}`],
    ['password hunter2', `password ${H}`],
    ['password is Summer2024!', `password is ${H}`],
    ['the password is banana.', `the password is ${H}`],
    ['password=s3cret&x=1', `password=${H}&x=1`],
    ['"client_secret":"abc123def456"', `"client_secret":"${H}"`],
    ['{"access_token": "f00ba4", "t":1}', `{"access_token": "${H}", "t":1}`],
    ['{\\"secret\\":\\"abc9\\"}', `{\\"secret\\":\\"${H}\\"}`],
    ['Access Secret: 0f3c9a77b1', `Access Secret: ${H}`],
    ['?client_id=me&sign=9F2C11&t=1', `?client_id=me&sign=${H}&t=1`],
    ['Authorization: Bearer abc.def-ghi_123', `Authorization: Bearer ${H}`],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-123_x', H],
    ['key 9f86d081884c7d659a2feaa0c55ad015 here', `key ${H} here`],
    ['4111 1111 1111 1111', H],
    ['card 5500-0000-0000-0004 was declined', `card ${H} was declined`],
    ['pin 1111 and 2222', `pin ${H} and ${H}`],
    ['password: Winter2024! user admin', `password: ${H} user admin`],
    ['pasword is hunter2', `pasword is ${H}`],
    ['pw: hunter2', `pw: ${H}`],
    ['pass: hunter2', `pass: ${H}`],
    ['my pass is 99887', `my pass is ${H}`],
    ['password was set to hunter2', `password was set to ${H}`],
    ['password - hunter2', `password - ${H}`],
    ["the pin's 4711", `the pin's ${H}`],
    ['the four digit pin, 4711, is refused', `the four digit pin, ${H}, is refused`],
    ['pin4711', `pin${H}`],
    ['user admin pass Welcome1', `user admin pass ${H}`],
    ['username: jane, password: qwertz', `username: jane, password: ${H}`],
    ['login jane pw sunflower.', `login jane pw ${H}`],
    ['pass Welcome1 does not work', `pass ${H} does not work`],
    ['she typed her PIN. her number is 4711', `she typed her PIN. her number is ${H}`],
    ['the manager has a pin, it is 47 11', `the manager has a pin, it is ${H}`],
    [
      'I entered the passcode and it was rejected, mine is 2580',
      `I entered the passcode and it was rejected, mine is ${H}`,
    ],
    ['https://till:hunter2@office.example/x', `https://till:${H}@office.example/x`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });
});

describe('what tells of the case stays', () => {
  test.each([
    'code 28841105',
    '{"code":28841105,"msg":"No permissions."}',
    'error code 1004',
    'it did not pass, error 1004',
    'the test will pass 3 times',
    'password 8 characters',
    'supervisor error 1004',
    'code=1010',
    'supervisor key error E01',
    'it shows C04 on the OP-909',
    'the tid is 6c7f0ab2d1e94b0fa6d1d2c3b4a59687',
    '"tid":"6c7f0ab2d1e94b0fa6d1d2c3b4a59687"',
    'since 2024-05-01 10:30',
    'Tel: +44 20 7946 0018',
    'Call me on 0161 496 0123',
    'serial number AB12-3456789',
    'enter PIN',
    'new PIN needed',
    'the pin is not accepted',
    'pin is wrong',
    'manager PIN rejected since the update',
    'asked for the pin 3 times',
    'the pin is 4 digits',
    'pin pad 2 is dead',
    'password rejected',
    'password is expired',
    'password: wrong',
    'it says sign invalid',
    'token invalid',
    'token: expired',
    '"msg":"token invalid"',
    'weighs 1000 g instead of 500 g',
    'geodyna 6800 optima, code H90',
    'check-legal-seal-switch-off-2024-today',
    '{"t":1700000000000,"success":false}',
    'key turned to S on till 3',
    'her number is 4711',
    'user cannot pass the lock',
    'the user did not pass OP-909 to us',
    'PIN refused, the error number is 1004',
    'she forgot her pin, call her, her number is 0161 496 0123',
    'pin refused since the refit, that was 2019',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, secrets: 0 });
  });
});

describe('after a message that spoke of a PIN a number is one', () => {
  test.each([
    ['her number is 4711', `her number is ${H}`],
    ['4711', H],
    ['it is 2580 I think', `it is ${H} I think`],
    ['the error number is 1004', 'the error number is 1004'],
    ['we have 3 tills', 'we have 3 tills'],
  ])('%s', (text, masked) => {
    expect(redact(text, true).text).toBe(masked);
  });
});

test('masking again changes nothing', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'pin is ',
      'password: ',
      '4711',
      ' and ',
      '"secret":"x1"',
      ' code for manager ',
      '4111111111111111',
      H,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = redact(pieces.join(''));
      expect(redact(once.text).text).toBe(once.text);
    }),
  );
});
