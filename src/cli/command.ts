/** What a command is, and how its arguments are read. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { WrongUsage } from './faults.ts';
import type { Streams } from './streams.ts';
import { didYouMean } from './suggest.ts';

/** An option of a command. `value` is the name of its value in the help; null: a switch. */
export interface Option {
  readonly name: string;
  readonly value: string | null;
  readonly help: string;
}

/** The arguments of one call, read and checked against the options of its command. */
export interface Arguments {
  /** What stands beside the options. */
  readonly words: readonly string[];
  /** The value of an option, or null where it was not given. */
  readonly value: (name: string) => string | null;
  /** Was this switch given? */
  readonly has: (name: string) => boolean;
}

/** One command: what it takes, and what it does. `run` returns the exit code. */
export interface Command {
  readonly name: string;
  /** What stands beside the options, as the help shows it: `[TEXT]`. Empty: nothing may. */
  readonly takes: string;
  /** How many words may stand beside the options. */
  readonly maxWords: number;
  readonly summary: string;
  readonly details: string;
  readonly options: readonly Option[];
  readonly run: (args: Arguments, streams: Streams) => Promise<number>;
}

/** Reads the arguments of one command. Throws `WrongUsage`. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const option of command.options)
    options[option.name] = { type: option.value === null ? 'boolean' : 'string' };
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const swallowed = token.inlineValue === false && token.value.startsWith('--');
    checkOption(command, token.name, token.rawName, swallowed ? undefined : token.value);
  }
  if (positionals.length > command.maxWords) {
    throw new WrongUsage(`"${positionals[command.maxWords] ?? ''}" is one word too many.`);
  }
  return {
    words: positionals,
    value: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : null;
    },
    has: (name) => values[name] === true,
  };
}

function checkOption(command: Command, name: string, typed: string, value: string | undefined): void {
  if (name === 'help') return;
  const option = command.options.find((known) => known.name === name);
  if (option === undefined) {
    const known = ['--help', ...command.options.map((each) => `--${each.name}`)];
    throw new WrongUsage(
      `${typed} is not an option of "keyturn ${command.name}".${didYouMean(typed, known)}`,
    );
  }
  if (option.value === null && value !== undefined)
    throw new WrongUsage(`${typed} is a switch and takes no value.`);
  if (option.value !== null && (value === undefined || value === '')) {
    throw new WrongUsage(`${typed} needs a value: ${typed} ${option.value}.`);
  }
}

/** A whole number that an option must be, within bounds. Throws `WrongUsage`. */
export function wholeNumber(
  args: Arguments,
  name: string,
  otherwise: number,
  min: number,
  max: number,
): number {
  const typed = args.value(name);
  if (typed === null) return otherwise;
  const number = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new WrongUsage(`--${name} must be a whole number from ${min} to ${max}, not "${typed}".`);
}
