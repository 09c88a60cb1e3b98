/** The texts of `--help`. */

import type { Command, Option } from './command.ts';

const HELP_OPTION: Option = { name: 'help', value: null, help: 'Show this text.' };

const shown = (option: Option): string =>
  `--${option.name}${option.value === null ? '' : ` ${option.value}`}`;

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}

/** How to call one command. */
export function usageOf(command: Command): string {
  return `Usage: keyturn ${command.name} [options]${command.takes === '' ? '' : ` ${command.takes}`}`;
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const rows = [...command.options, HELP_OPTION].map((option) => [shown(option), option.help] as const);
  return `${usageOf(command)}\n\n${command.summary}\n\n${command.details}\n\nOptions:\n${table(rows)}`;
}

/** The help of the whole program. */
export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map(
    (command) =>
      [`${command.name}${command.takes === '' ? '' : ` ${command.takes}`}`, command.summary] as const,
  );
  return `Usage: keyturn COMMAND [options]

From a message like "it says key supervisor error" to the one remedy that fits.

Commands:
${table(rows)}
Options:
${table([
  ['--help', 'Show this text; "keyturn COMMAND --help" shows that of a command.'],
  ['--version', 'Show the version.'],
])}
Exit code: 0 fine, 1 the input or the knowledge base has faults, 2 wrong usage.
`;
}
