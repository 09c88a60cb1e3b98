import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luhn } from '../../../src/core/language/clean/cards.ts';
import { redact as redactBy, secretReaderOf } from '../../../src/core/language/clean/redact.ts';
import { READ_LIMIT } from '../../../src/core/language/normalise.ts';
import { secrets } from '../../shipped-language.ts';

const reader = secretReaderOf(secrets);
const redact = (text: string, talked = false) => redactBy(reader, text, talked);
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
    ['4 4 4 9', H],
    ['three oh seven seven', H],
    ['the error number is 1004', 'the error number is 1004'],
    ['we have 3 tills', 'we have 3 tills'],
    ['12-05-24', '12-05-24'],
  ])('%s', (text, masked) => {
    expect(redact(text, true).text).toBe(masked);
  });
});

describe('a code is masked that is told in words', () => {
  test.each([
    ['I type nine three one six like always', `I type ${H} like always`],
    ["it's seven oh two two, that's my supervisor number", `it's ${H}, that's my supervisor number`],
    ['my passcode double four six one is not working', `my passcode ${H} is not working`],
    ['Tried zero zero five one', `Tried ${H}`],
    ['the pin sixty six oh three is refused', `the pin ${H} is refused`],
    ['secret number seven, zero, seven, one.', `secret number ${H}.`],
    ['P.I.N. is three-zero-seven-seven', `P.I.N. is ${H}`],
    ["mycode's 8 1 double 4", `mycode's ${H}`],
    ['the supervisor PIN is one two three four', `the supervisor PIN is ${H}`],
    [
      'bank card four one one one, one one one one, one one one one, one one one one, refund stuck',
      `bank card ${H}, refund stuck`,
    ],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each([
    'two or three tills',
    'seven out of ten',
    'one two three tills are down',
    'one two three four tills are down',
    'just four. one two three five fine',
    'from nine to five, seven days, two shifts',
    'it says one one zero four',
    'one double zero one, says my secret is bad',
    'two eight eight four, eleven oh five',
    'twenty four oh six',
    'eleven ninety-nine, like a special offer',
    'it shows eight eight eight eight',
    'the pin was wrong three times',
    'is the PIN four or six digits',
  ])('and nothing else is: %s', (text) => {
    expect(redact(text).secrets).toBe(0);
  });
});

describe('a code is masked that is typed, or said to be one', () => {
  test.each([
    ["code's 25 80", `code's ${H}`],
    ['code is 7706', `code is ${H}`],
    ["Karen's code is 1966 and it freezes", `Karen's code is ${H} and it freezes`],
    ['old code was 1122, new code is 3344', `old code was ${H}, new code is ${H}`],
    ['login 118 code 118118', `login 118 code ${H}`],
    ['the code of the manager 8 2 4 4', `the code of the manager ${H}`],
    ['the service code they gave us, 74185, is refused', `the service code they gave us, ${H}, is refused`],
    ['i type 7734 for override', `i type ${H} for override`],
    ['type in 4 4 4 9 enter', `type in ${H} enter`],
    ['i put in 3-8-3-8 like always', `i put in ${H} like always`],
    ['I put 2468 as PIN, she put 1357', `I put ${H} as PIN, she put ${H}`],
    ['pin 77 12 90 then hash', `pin ${H} then hash`],
    ['my pin which is my birthday 1 4 0 7', `my pin which is my birthday ${H}`],
    ['alarm of the back door 5590#, panel code 2236*', `alarm of the back door ${H}, panel code ${H}`],
    ['the combination is 12-34-06', `the combination is ${H}`],
    ['safe combination is 12 left 40 right 7 left', `safe combination is ${H}`],
    ['3849 is the manager code', `${H} is the manager code`],
    ['my number is 2207', `my number is ${H}`],
    ['my pin is 4,4,7,1', `my pin is ${H}`],
    ['entered 4471 3 times', `entered ${H} 3 times`],
    ["we've tried codes 4471, 4472 and 4473", `we've tried codes ${H}, ${H} and ${H}`],
    ['he told me to put 4471 hash', `he told me to put ${H} hash`],
    ['we press 4471 enter', `we press ${H} enter`],
    ['sign in as 12 with 9981', `sign in as 12 with ${H}`],
    ['Marks code: 5521 fails', `Marks code: ${H} fails`],
    ['the pin I was given by the boss is 4471', `the pin I was given by the boss is ${H}`],
    ['the code is 1a2b3c', `the code is ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each([
    'error code is 1004',
    'the code is 28841105',
    'code: 2009',
    'my code returns 1106 when i call it',
    'my code gets uri path invalid (1108)',
    'exit code 1067',
    'postal code is 90210',
    'the code for bananas is 4011',
    'typed 5 kilos',
    'typed 1250 grams in the scale',
    'typed 4011 for bananas',
    'entered 1-2-3',
    'i put in 2000 euros',
    'port 1947 is open',
    'firmware 4.12.1023',
    'till 4471 is down',
    'tills 1 2 3 4',
    'ticket 448120',
    'my number is 0161 496 0123',
    '/v2.0/infrareds/a360ce93c82393446a6vlr/remotes/x/ac/status',
    'device id a360ce93c82393446a6vlr',
    'tried codes 1104 and 1106',
    'device type 1204 is not supported',
    'type: 3500',
    'assigned the role to key 3301',
    'the PIN of till 4471 is refused',
    'PIN refused, from 2019 on',
    'tracking code is 448812',
  ])('and nothing else is: %s', (text) => {
    expect(redact(text).secrets).toBe(0);
  });
});

describe('a password is masked behind a login, and whatever signs it has', () => {
  test.each([
    ["We use p/w 'Gouda&Brie3'", `We use p/w '${H}'`],
    ['user optima pass Op!tima#1', `user optima pass ${H}`],
    ['pw - m0nday - no capital', `pw - ${H} - no capital`],
    ['MySQL for the back office: root / t1ll-Pa55-aba', `MySQL for the back office: root / ${H}`],
    ['back office login is admin slash Winter2024', `back office login is admin slash ${H}`],
    ['the bosses login, mike / M1keRul3z, fails', `the bosses login, mike / ${H}, fails`],
    ['with Password1 as the password', `with ${H} as the password`],
    ['root password on the door box is d00rbell!', `root password on the door box is ${H}`],
    ['pasword is lemon tree with a space', `pasword is ${H} with a space`],
    ['password = "correct horse battery"', `password = "${H}"`],
    ['curl -u admin:S3cretPw https://host/x', `curl -u admin:${H} https://host/x`],
    ['sqlcmd -U sa -P Str0ngOne!', `sqlcmd -U sa -P ${H}`],
    ["password is 'Blue Moon 7'", `password is '${H}'`],
    ["'password' => 'hunter22'", `'password' => '${H}'`],
    ["My password's Rover2019", `My password's ${H}`],
    ['wifi: ShopStaff / latte4ever', `wifi: ShopStaff / ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each([
    'user / manager2 swapped',
    'login failed on till3 / till4',
    'password: ****',
    'new password on the ER-A450 is refused',
    'Parcel service code: opens.',
    'PIN is grand',
  ])('and nothing else is: %s', (text) => {
    expect(redact(text).secrets).toBe(0);
  });
});

describe('a secret is masked behind the cue words of other languages', () => {
  test.each([
    ['passwort lautet Kasse!2019 aber', `passwort lautet ${H} aber`],
    ['mi clave es 6120 y la caja', `mi clave es ${H} y la caja`],
    ['hasło kierownika to Zupa#2021', `hasło kierownika to ${H}`],
    ["le code du responsable c'est 8 2 4 4", `le code du responsable c'est ${H}`],
    ['pin kwa supervisor ni 8 8 1 4', `pin kwa supervisor ni ${H}`],
    ['senha do gerente loja@123', `senha do gerente ${H}`],
    ['kod är 7713 men', `kod är ${H} men`],
    ['пароль kassa2022 а', `пароль ${H} а`],
    ['暗証番号は7926です', `暗証番号は${H}です`],
    ['密码是dian8866，还是', `密码是${H}，还是`],
    ['كلمة السر mahal2020 ولا', `كلمة السر ${H} ولا`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });
});

describe('keys of licences and of staff are masked', () => {
  test.each([
    ['license activation code KQ7D-29XW-LM4P-VT6E', `license activation code ${H}`],
    ['kq7d-29xw-lm4p-vt6e is our licence', `${H} is our licence`],
    ['license key: 1234-5678-9012-3456', `license key: ${H}`],
    ['her fob number is 04A1B2C39F', `her fob number is ${H}`],
    ['EPC of the tag E2801160600002', `EPC of the tag ${H}`],
    ['track says ;9901234567890=2512?', `track says ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text)).toMatchObject({ text: masked });
  });

  test.each(['part number AB12-CD34', 'model 7167-2011-9001', 'serial number AB12-CD34-EF56'])(
    'and nothing else is: %s',
    (text) => {
      expect(redact(text).secrets).toBe(0);
    },
  );
});

describe('secrets of programs are masked', () => {
  test.each([
    ["-H 'X-Api-Key: 0d7b4c2e9f' -H 'client_id: uq6w3ztx9m'", `-H 'X-Api-Key: ${H}' -H 'client_id: ${H}'`],
    ["const secret = 'f0e1d2c3b4a5968778695a4b';", `const secret = '${H}';`],
    ['TUYA_SECRET=9ac3f1be77d2440e', `TUYA_SECRET=${H}`],
    ['my secret key for tuya is 5b1e0c77d2aa4f6e', `my secret key for tuya is ${H}`],
    ['<secret>7f3ad90b12ce</secret>', `<secret>${H}</secret>`],
    ['https://hooks.example/T0/B0?key=77af01bc90aa', `https://hooks.example/T0/B0?key=${H}`],
    ['our api key sk_test_9aQ2wLx7RtVb40Zp', `our api key ${H}`],
    ['API key: ak-live-77f0c2d9.', `API key: ${H}.`],
    ['refesh token rt_51Hq8sKe2xPz', `refesh token ${H}`],
    ['Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.c3Vw.0aXv4c9 --', `Authorization: Bearer ${H} --`],
    ['"tuya_secret=b0d9e47c31f2483aa95f6e08c7d1b264 "', `"tuya_secret=${H} "`],
    ['pin is 4711', `pin is ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text)).toMatchObject({ text: masked });
  });

  test.each([
    'tinytuya.Cloud(apiRegion="eu", apiKey=..., apiSecret=...)',
    'export SECRET="$VALUE"',
    'sign is HMAC-SHA256 as in the docs',
    'the page shows Smart Home Basic missing.',
    'the client id is invalid',
    'tid=6c7f0ab2d1e94b0fa6d1d2c3b4a59687',
    'nonce 5138cc3a9033d69856923fd07b491173',
  ])('and nothing else is: %s', (text) => {
    expect(redact(text).secrets).toBe(0);
  });
});

describe('a code is masked by what somebody does with it', () => {
  test.each([
    ["hiya, mine's 8826 and it beeps", `hiya, mine's ${H} and it beeps`],
    ['we key in 4471 for refunds', `we key in ${H} for refunds`],
    ['4471 is what she types', `${H} is what she types`],
    ["it's 7702 for the manager", `it's ${H} for the manager`],
    ['You put 9943 in, then turn the key', `You put ${H} in, then turn the key`],
    ['i gave it 7 7 3 1 0 2, got the error', `i gave it ${H}, got the error`],
    ['tills 1 to 4 take 7213, till 5 doesnt', `tills 1 to 4 take ${H}, till 5 doesnt`],
    ['installer left everything on 1234 and went', `installer left everything on ${H} and went`],
    ['all I did was go from 4590 to 9054', `all I did was go from ${H} to ${H}`],
    ['it was five-oh-five-one before', `it was ${H} before`],
    ['you do thirteen forty two then no sale', `you do ${H} then no sale`],
    ['tell me why 4 double 0 7 opens the drawer', `tell me why ${H} opens the drawer`],
    ['nine hundred and twelve then hash', `${H} then hash`],
    ['the one i use is 4460', `the one i use is ${H}`],
    ['PIN for till 3 - 5523', `PIN for till 3 - ${H}`],
    ['tried 4471, 5582, 0000 no luck', `tried ${H}, ${H}, ${H} no luck`],
    ['text message just came, 493 027, expired', `text message just came, ${H}, expired`],
    ["safe's 32-14-57 and it sticks", `safe's ${H} and it sticks`],
    ['code for the lift panel 99*1207*1', `code for the lift panel ${H}`],
    ['door keypad - 3 and 5 together, then 1 4', `door keypad - ${H}`],
    ['ok so i go manager, then 8.1.4.6, enter', `ok so i go manager, then ${H}, enter`],
    ['back door is C1479Z on the lock', `back door is ${H} on the lock`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each([
    'i use 3200 labels a week',
    'we do four thousand an hour',
    'they told me 28841105',
    'it changed from 28841101 to 28841106',
    'changed from 2048 to 4096 in the config, firmware 3',
    'code two thousand and one',
    'PLU 4011 then enter',
    'page 1122 opens the menu',
    'he gave me 2400 back',
    'he told me nine twenty',
    'PIN for till 3 - error 1004',
    'door 4711 wont open',
    'the passcode is four digits',
  ])('and nothing else is: %s', (text) => {
    expect(redact(text).secrets).toBe(0);
  });
});

describe('a code is masked that is told in the words of another language', () => {
  test.each([
    ['podala mi siedem osiem trzy trzy i nic', `podala mi ${H} i nic`],
    ['ich soll vier sieben null zwei eintippen', `ich soll ${H} eintippen`],
    ['si fa due sei nove zero, ma', `si fa ${H}, ma`],
    ['me dijo doce cuarenta y cinco para anular', `me dijo ${H} para anular`],
    ['on fait quatre-vingt-douze dix-sept et là', `on fait ${H} et là`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each(['zwei null null sieben, 2007', 'un deux trois quatre bips', 'zwei oder drei Kassen'])(
    'and nothing else is: %s',
    (text) => {
      expect(redact(text).secrets).toBe(0);
    },
  );
});

describe('a password is masked by its form, or by the name beside it', () => {
  test.each([
    ['supervisor,Sup3rV1s was refused', `supervisor,${H} was refused`],
    ['mgr02/Tulip77 gets in', `mgr02/${H} gets in`],
    ['operator | opr8tor -> disconnected', `operator | ${H} -> disconnected`],
    ['login anna:Kw1atek! , demo', `login anna:${H} , demo`],
    ['u: till4 p: brunswick4 and it sits', `u: till4 p: ${H} and it sits`],
    ['sign on as ROSE with ROSE1', `sign on as ROSE with ${H}`],
    ['tried Spring24!, Spring25! and spring25', `tried ${H}, ${H} and ${H}`],
    ['still the one from the install, letmein', `still the one from the install, ${H}`],
    ['Biscuit2003, capital B', `${H}, capital B`],
    ['the password is purple elephant and the till', `the password is ${H} and the till`],
    ['passcode to the tablet is pancake, then', `passcode to the tablet is ${H}, then`],
    ['pw croissant, dont ask', `pw ${H}, dont ask`],
    ['my password, bluewhale, is refused', `my password, ${H}, is refused`],
    ["it's four words, wet biscuit ladder monday, and", `it's four words, ${H}, and`],
    ['changed the admin password to Margaret1956 on', `changed the admin password to ${H} on`],
    ['password of the manager profile M@nager_01', `password of the manager profile ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each([
    'we have Windows11 and Zigbee3hub',
    'store12/till04 offline',
    'the password is on a note',
    'the password is the same as before',
    'pw reset, still refused',
    'login ok, expire_time=7200',
  ])('and nothing else is: %s', (text) => {
    expect(redact(text).secrets).toBe(0);
  });
});

describe('gift codes, keys in blocks and details of cards are masked however they are said', () => {
  test.each([
    ['kod aktywacji PL-8842-XKQM-2219-TT', `kod aktywacji ${H}`],
    ['scratched off, H4JQ8LWZ2MNC, gift card', `scratched off, ${H}, gift card`],
    ['gift card 6006 4912 7733 0958 211 not loading', `gift card ${H} not loading`],
    ['WLAN-Schlüssel 7391 0482 5516 2047', `WLAN-Schlüssel ${H}`],
    ['karta 4532 7160 2291 8036, kod z tylu 448', `karta ${H}, kod z tylu ${H}`],
    ['visa 4111111111111112 declined', `visa ${H} declined`],
    ['three on the back six one eight', `three on the back ${H}`],
    ['-----BEGIN PRIVATE KEY-----\nMIIEabcd\nAAAA\n-----END', `-----BEGIN PRIVATE KEY-----\n${H}\n-----END`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each(['uuid in the log is 7d1c9f40-3b52-4e1a-9c55-0e1f2a6b8d37', 'licence OPTIMA-2024-PRO'])(
    'and nothing else is: %s',
    (text) => {
      expect(redact(text).secrets).toBe(0);
    },
  );
});

describe('the number of a card is masked, whatever digits stand beside it', () => {
  test.each([
    ['4111111111111111 12/29', `${H} ${H}`],
    ['till 3 4111111111111111', `till 3 ${H}`],
    ['till 3 4111 1111 1111 1111 please', `till 3 ${H} please`],
    ['12 29 4111111111111111 4000', `12 29 ${H} 4000`],
    ['4012888888881881 and 5555555555554444', `${H} and ${H}`],
    ['4111 1111 1111 1111 1111', `${H} 1111`],
    ['4111 1111\n1111 1111', H],
    ['4111.1111.1111.1111', H],
    ['4111-1111 1111-1111', H],
    ['4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', H],
    ['41 11 11 11 11 11 11 11', H],
    ['411 11111 1111 1111', H],
    ['my card is 41 111 1111 111 1111', `my card is ${H}`],
    ['3782 822463 10005 on till 3', `${H} on till 3`],
    ['diners 3056 930902 5904', `diners ${H}`],
    ['6011111111111117', H],
    ['3530111333300000', H],
    ['6200000000000005', H],
    ['2221000000000009', H],
    ['4222222222222', H],
    ['card 5018 0000 0009', `card ${H}`],
    ['visa 4111111111111111please', `visa ${H}please`],
    ['card4111111111111111', `card${H}`],
    [';4111111111111111=29121011000?', H],
    ['%B4111111111111111^DOE/JOHN^29', `%B${H}^DOE/JOHN^29`],
    ['41111111111111111229', H],
    ['?pan=4111111111111111&x=1', `?pan=${H}&x=1`],
    ['€12.50 4111111111111111 €4.99', `€12.50 ${H} €4.99`],
    ['card 1234 5678 9012 3456', `card ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });
});

describe('the expiry and the security code beside a card are masked with it', () => {
  test.each([
    ['4111 1111 1111 1111 12/29 123', `${H} ${H}`],
    ['card 4111111111111111, 12/29, 123', `card ${H}, ${H}`],
    ['the card 4111111111111111 (12/29) was declined', `the card ${H} (${H}) was declined`],
    ['4111111111111111 1229', `${H} ${H}`],
    ['4111111111111111 12/2029', `${H} ${H}`],
    ['4111111111111111 Dec 2029', `${H} ${H}`],
    ['4111111111111111 exp 12-29', `${H} exp ${H}`],
    ['4111111111111111 valid thru 12/29', `${H} valid thru ${H}`],
    ['4111111111111111\nexpiry date: 12/29\nCVC: 1234', `${H}\nexpiry date: ${H}\nCVC: ${H}`],
    ['4111111111111111, security code 123', `${H}, security code ${H}`],
    ['4111111111111111 123 12/29', `${H} ${H}`],
    ['4111111111111111, 123', `${H}, ${H}`],
    ['12/29 4111111111111111', `${H} ${H}`],
    ['exp 12/29 123 4111111111111111', `exp ${H} ${H}`],
    ['cvv 123 4111111111111111', `cvv ${H} ${H}`],
    ['123 is the cvv of 4111111111111111', `${H} is the cvv of ${H}`],
    ['the cvv is 123', `the cvv is ${H}`],
    ['4111111111111111 12/29 security 058', `${H} ${H} security ${H}`],
    ['4111111111111111, 11/28, three digits on the back 118', `${H}, ${H}, three digits on the back ${H}`],
    ['378282246310005 06/26 4 digit 1234', `${H} ${H} 4 digit ${H}`],
    ['4111111111111111 exp 12/29 code 118', `${H} exp ${H}`],
    ['the three on the back are 321, card 4111111111111111', `the three on the back are ${H}, card ${H}`],
    ['4111111111111111 exp oh nine twenty seven cvv one two three', `${H} exp ${H} cvv ${H}`],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });

  test.each([
    ['4111111111111111 404 error', `${H} 404 error`],
    ['4111111111111111 12/05/2024', `${H} 12/05/2024`],
    ['4111111111111111 refused at 10:30 on till 12', `${H} refused at 10:30 on till 12`],
    ['since 12/29 till 3 refuses 4111111111111111', `since 12/29 till 3 refuses ${H}`],
  ])('and nothing else is: %s', (text, masked) => {
    expect(redact(text).text).toBe(masked);
  });
});

describe('what only looks like the number of a card stays', () => {
  test.each([
    'INC0048213 INC0048214',
    'barcode 4006381333931',
    '4006381333931',
    '5012345678900 5012345678917',
    'EAN 6901234567892',
    'IMEI 356938035643809',
    'serial number 4012888888881881',
    's/n: 4012888888881881',
    'order no. 4012888888881881',
    'SN4012888888881881',
    'lane_4012888888881881',
    '/v1.0/devices/4012888888881881/commands',
    'https://api.example/v1/orders/4012888888881881/lines',
    'vdevo4012888888881881ab',
    '"t":1700000000000, "us":1700000000000000, "ns":1700000000000000000',
    '{"confidence":0.4012888888881881}',
    '63.4012888888881881',
    'call +62 812 3456 7890 or 0161 496 0123',
    '0716 402 3912\n0445 592 5180\n0870 340 8793\n0893 481 4827',
    '2024-05-01 10:30:00.123 lane 4',
    '27-11-2025 20-07-2008 08-09-2027 10-01-2007',
    '184.57.110.251 18.205.79.251',
    '6.00\n62.27\n44.25\n10.95\n75.07\n24.82\n12.90\n78.63',
    '685.56 207.98 518.97 629.35 133.16 61.92 117.04 483.97',
    '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
    'codes 6565, 5834, 1356, 8246, 6879, 0530',
    'the voucher is good until 12/29',
    'cvv is missing',
    '4111111111111112',
    '9999999999999995',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, secrets: 0 });
  });
});

/** Numbers of real schemes: how they begin, and how long they are. */
const SCHEMES: readonly (readonly [string, number])[] = [
  ...[
    '4',
    '400000',
    '51',
    '55',
    '2221',
    '2720',
    '6011',
    '644',
    '65',
    '3528',
    '3589',
    '62',
    '50',
    '5678',
    '67',
  ].map((begin) => [begin, 16] as const),
  ...['4', '6011', '3528', '62', '6304'].map((begin) => [begin, 19] as const),
  ...['34', '37'].map((begin) => [begin, 15] as const),
  ...['300', '305', '36', '38'].map((begin) => [begin, 14] as const),
];

const digitsOf = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));

const withCheckDigit = (digits: string): string =>
  [...'0123456789'].map((check) => digits + check).find((number) => luhn(number)) ?? '';

const cardNumber = fc
  .constantFrom(...SCHEMES)
  .chain(([begin, length]) =>
    digitsOf(length - begin.length - 1).map((rest) => withCheckDigit(begin + rest)),
  );

/** Groups of a printed card, digits one by one, or groups of three and more of any lengths. */
const groups = (number: string): fc.Arbitrary<readonly string[]> => {
  const cutAt = (lengths: readonly number[]): string[] => {
    let rest = number;
    const cut = lengths.map((length) => {
      const group = rest.slice(0, length);
      rest = rest.slice(length);
      return group;
    });
    return [...cut, rest].filter((group) => group !== '');
  };
  const printed =
    { 14: [4, 6, 4], 15: [4, 6, 5], 16: [4, 4, 4, 4], 19: [4, 4, 4, 4, 3] }[number.length] ?? [];
  const any = fc.array(fc.integer({ min: 3, max: 6 }), { maxLength: 3 }).map((lengths) => {
    const cut = cutAt(lengths);
    return cut.every((group) => group.length >= 3) ? cut : [number];
  });
  return fc.oneof(fc.constant([number]), fc.constant(cutAt(printed)), fc.constant([...number]), any);
};

const written = cardNumber.chain((number) =>
  fc
    .tuple(groups(number), fc.constantFrom(' ', '-'))
    .map(([all, mark]) => ({ number, text: all.join(mark) })),
);

/** Letters that may be the name of a number that is no card's: `sN 4…`. */
const NAMES_ANOTHER_NUMBER =
  /s\/?n|imei|meid|iccid|ean|gtin|upc|bar ?code|sku|order|invoice|tracking|parcel|device/i;

/** Words and other numbers; never a name that says what the next number is. */
const beside = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 999_999 }).map(String),
    fc.constantFrom(
      'till',
      'please',
      '12/29',
      '123',
      'exp 12/29',
      'cvv 123',
      '€12.50',
      '0161 496 0123',
      '-',
      ',',
      '\n',
      '.',
    ),
    fc.string({ maxLength: 8 }).filter((text) => !NAMES_ANOTHER_NUMBER.test(text)),
  ),
  { maxLength: 6 },
);

const LONG = process.env.KEYTURN_LONG === '1';

test('no number of a card survives among other numbers, and masking again changes nothing', () => {
  fc.assert(
    fc.property(beside, written, beside, fc.constantFrom(' ', '\n', ', '), (before, card, after, mark) => {
      const text = [...before, card.text, ...after].join(mark);
      const once = redact(text);
      expect(once.text).not.toContain(card.text);
      expect(once.text.replace(/\D/g, '')).not.toContain(card.number);
      expect(redact(once.text)).toEqual({ text: once.text, secrets: 0 });
    }),
    { numRuns: LONG ? 200_000 : 2_000 },
  );
});

test.each([
  '4',
  '4 ',
  '4111',
  '4111 ',
  '4111111111111111 ',
  '4111111111111111 12/29 123 ',
  '4-',
  '/4',
  'cvv ',
  'card 5',
  '0.4,',
  'one ',
  'sixty six ',
  'double ',
  'pin ',
  'enter 4411 ',
  'my code ',
  'root / a1',
  'clave a ',
  'ABCD-1234-',
  'we use 4471, ',
  'from 4711 to ',
  'two hundred and ',
  'siedem ',
  'quarante deux ',
  'password is a ',
  'user a, Sup3rV1s ',
  'gift card 6006 ',
  '1*',
])('a text of many "%s" is masked in linear time', (piece) => {
  const cpuMs = (length: number): number => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    const begun = process.cpuUsage();
    redact(text);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
  let [quarter, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < 5; tries++) {
    quarter = Math.min(quarter, cpuMs(READ_LIMIT / 4));
    whole = Math.min(whole, cpuMs(READ_LIMIT));
  }
  // Sixteen times where it is quadratic. What is small is measured too coarsely to compare.
  expect(whole).toBeLessThan(20 + 8 * quarter);
});

const DIGIT_WORDS = [
  ['zero', 'oh'],
  ['one'],
  ['two'],
  ['three'],
  ['four'],
  ['five'],
  ['six'],
  ['seven'],
  ['eight'],
  ['nine'],
] as const;

/** The digits of a PIN in words, a pair of the same sometimes as `double`. */
const inWords = (digits: readonly number[], asPairs: boolean): readonly string[] => {
  const words: string[] = [];
  for (let at = 0; at < digits.length; at++) {
    const word = DIGIT_WORDS[digits[at]!]![0];
    const isPair = asPairs && digits[at] === digits[at + 1];
    words.push(isPair ? `double ${word}` : word);
    if (isPair) at++;
  }
  return words;
};

test('no PIN in words survives behind what says that it is one, and masking again changes nothing', () => {
  const pin = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 8 });
  const cue = fc.constantFrom('my pin is', 'PIN:', "the manager's code is", 'passcode', 'mi clave es');
  const mark = fc.constantFrom(' ', ', ', '-', ' - ');
  fc.assert(
    fc.property(cue, pin, mark, fc.boolean(), (said, digits, between, asPairs) => {
      const told = inWords(digits, asPairs).join(between);
      const once = redact(`${said} ${told} and it is refused`);
      expect(once.text).toBe(`${said} ${H} and it is refused`);
      expect(redact(once.text).secrets).toBe(0);
    }),
    { numRuns: LONG ? 50_000 : 1_000 },
  );
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
      'nine three one six',
      ' oh ',
      'double ',
      'sixty six ',
      'two ',
      ', ',
      ' - ',
      '4 4 4 9',
      '5590#',
      'code ',
      "code's ",
      'i type ',
      ' is my code',
      'root / t1ll-Pa55',
      'KQ7D-29XW-LM4P-VT6E',
      'client_id: uq6w3ztx9m ',
      'clave ',
      'hasło to ',
      'safe 12 left 40 right ',
      'card ',
      ' three digits on the back ',
      '12/29 ',
      '118 ',
      "mine's ",
      ' for the manager',
      ' then hash ',
      ' from 4590 to 9054 ',
      'two hundred and ',
      'siedem osiem trzy trzy ',
      'mgr02/Tulip77 ',
      'password is purple elephant ',
      'Spring24! ',
      'spring25 ',
      'gift card ',
      'safe ',
      '1*2*345 ',
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
