/** The program as a function of its arguments and streams. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Command, readArguments } from './command.ts';
import { COMMANDS } from './commands.ts';
import { BadInput, WrongUsage } from './faults.ts';
import { helpOf, helpOfAll } from './help.ts';
import { hearClosing, OutputClosed, type Streams, write } from './streams.ts';
import { didYouMean } from './suggest.ts';

/**
 * Runs one command.
 * @returns the exit code: 0 fine, 1 the input or the knowledge base has faults, 2 wrong usage
 */
export async function run(
  argv: readonly string[],
  streams: Streams,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  const stopHearing = hearClosing(streams.stdout, streams.stderr);
  try {
    return await dispatch(argv, streams, commands);
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    return await explain(error, argv[0] ?? '', streams).catch(() => 1);
  } finally {
    stopHearing();
  }
}

async function dispatch(
  argv: readonly string[],
  streams: Streams,
  commands: readonly Command[],
): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    await write(streams.stderr, helpOfAll(commands));
    return 2;
  }
  if (first === '--version' || first === '-v') return await say(streams, `${await version()}\n`);
  if (first === '--help' || first === '-h') return await say(streams, helpOfAll(commands));
  if (first === 'help' && rest[0] === undefined) return await say(streams, helpOfAll(commands));
  const name = first === 'help' ? (rest[0] ?? '') : first;
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const known = commands.map((each) => each.name);
    throw new WrongUsage(`"${name}" is not a command.${didYouMean(name, known)}`);
  }
  const args = readArguments(command, first === 'help' ? [] : rest);
  if (first === 'help' || args.has('help')) return await say(streams, helpOf(command));
  return await command.run(args, streams);
}

async function say(streams: Streams, text: string): Promise<number> {
  await write(streams.stdout, text);
  return 0;
}

/** Says what went wrong in words for the caller; never a stack. */
async function explain(error: unknown, name: string, streams: Streams): Promise<number> {
  if (error instanceof WrongUsage) {
    const known = COMMANDS.some((command) => command.name === name);
    await write(
      streams.stderr,
      `keyturn: ${error.message}\nTry "keyturn ${known ? `${name} ` : ''}--help".\n`,
    );
    return 2;
  }
  if (error instanceof BadInput) {
    await write(streams.stderr, `keyturn: ${error.message}\n`);
    return 1;
  }
  const message = error instanceof Error ? error.message : String(error);
  await write(
    streams.stderr,
    `keyturn: this should not have happened: ${message}\nPlease report it with the command you ran.\n`,
  );
  return 1;
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
