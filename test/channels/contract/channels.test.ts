/** The contract of a channel, kept by each. */

import { describe } from 'vitest';
import { openBotFramework } from './bot-framework-person.ts';
import { channelContract } from './channel-contract.ts';
import { prepared } from './coffee-corner.ts';
import { openConsole } from './console-person.ts';
import { openDirectLine } from './direct-line-person.ts';

describe.each([
  ['Bot Framework, replies in the answer', () => openBotFramework('expectReplies')],
  ['Bot Framework, replies to the service address', () => openBotFramework('serviceUrl')],
  ['Direct Line, the official client over its WebSocket', () => openDirectLine('official client')],
  ['Direct Line, plain HTTP by watermark', () => openDirectLine('plain HTTP')],
  ['the console', openConsole],
] as const)('%s', (_, open) => channelContract(prepared, open));
