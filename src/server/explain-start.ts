/** Turns whatever made a start fail into one line: variable, value, path, what is wrong, what to do. */

import { KnowledgeFolderError, KnowledgeRefused } from '../storage/knowledge-folder.ts';
import { StoreRefused } from '../storage/store-refused.ts';
import type { Config } from './config.ts';
import { ListenFailed } from './listening.ts';
import { SecretRefused, secretFile } from './secret.ts';
import { StartFailed } from './start-failed.ts';
import { codeOf, systemProblem } from './system-problems.ts';

/** What a start needs, in that order; `serving` is an address to listen on, and what waits in the store. */
export type StartNeed = 'secret' | 'knowledge' | 'program' | 'store' | 'serving';

/** What is read of the configuration to explain a failure. */
export type ExplainedConfig = Pick<
  Config,
  'host' | 'port' | 'storeFile' | 'knowledge' | 'givenBy' | 'botFramework' | 'web'
>;

/** Why what was needed could not be had. Of an error that nobody foresaw the message is told, secrets left out. */
export function explainStart(need: StartNeed, error: unknown, config: ExplainedConfig): StartFailed {
  return new StartFailed(foreseen(need, error, config) ?? unforeseen(error, config));
}

function foreseen(need: StartNeed, error: unknown, config: ExplainedConfig): string | null {
  switch (need) {
    case 'serving':
      if (error instanceof ListenFailed) return addressLine(error.code, config);
      return storeLine(error, config.storeFile ?? '');
    case 'store':
      return storeLine(error, config.storeFile ?? '');
    case 'secret':
      return secretLine(error, config.storeFile ?? '');
    case 'knowledge':
      return knowledgeLines(error, config);
    case 'program':
      return null;
  }
}

/** `PORT=80`, `--port 80`. */
const given = (name: string, value: string | number): string =>
  name.startsWith('--') ? `${name} ${value}` : `${name}=${value}`;

function addressLine(code: string, { host, port, givenBy }: ExplainedConfig): string {
  const portGiven = given(givenBy.port, port);
  const hostGiven = given('KEYTURN_HOST', host);
  const anAddress = '127.0.0.1 is this machine alone, 0.0.0.0 all of its addresses';
  switch (code) {
    case 'EADDRINUSE':
      return `${portGiven}: another program listens on port ${port} of ${host} already. Stop it, or choose another port (0: any free one).`;
    case 'EACCES':
      return `${portGiven}: this account may not listen on port ${port}. Choose one above 1023.`;
    case 'EADDRNOTAVAIL':
      return `${hostGiven}: this machine has no such address. Choose one that it has: ${anAddress}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${hostGiven}: no address has this name. Choose an address of this machine: ${anAddress}.`;
    default:
      return `${hostGiven}, ${portGiven}: the system does not let us listen there (${code}). Choose another address or port.`;
  }
}

const storeGiven = (file: string): string => given('KEYTURN_STORE', `file:${file}`);

function storeLine(error: unknown, file: string): string | null {
  if (error instanceof StoreRefused) return `${storeGiven(file)}: ${file} ${error.message}.`;
  return unusable(error, storeGiven(file), file, 'set KEYTURN_STORE to another file');
}

function secretLine(error: unknown, storeFile: string): string | null {
  const setting = storeGiven(storeFile);
  const file = `${secretFile(storeFile)}, the secret beside the store,`;
  if (error instanceof SecretRefused) return `${setting}: ${file} ${error.message}.`;
  return unusable(error, setting, file, 'set KEYTURN_STORE to a file in another folder');
}

/** The line for a file that the system refuses. In a folder that is made, something that exists already is no folder. */
function unusable(error: unknown, setting: string, file: string, otherwise: string): string | null {
  const code = codeOf(error);
  if (code === null) return null;
  const { problem, remedy } = systemProblem(code === 'EEXIST' ? 'ENOTDIR' : code) ?? {
    problem: `the system says ${code}`,
    remedy: '',
  };
  const todo = remedy === '' ? otherwise : `${remedy}, or ${otherwise}`;
  return `${setting}: ${file} cannot be used: ${problem}. ${sentence(todo)}`;
}

/** How many complaints about a knowledge base are shown: the first ones are often the cause of the others. */
const MAX_SHOWN = 3;

function knowledgeLines(error: unknown, { knowledge, givenBy }: ExplainedConfig): string | null {
  const setting = given(givenBy.knowledge, knowledge);
  if (error instanceof KnowledgeRefused) {
    const shown = error.errors.slice(0, MAX_SHOWN).map((line) => `\n  ${line}`);
    return `${setting}: ${error.message}${shown.join('')}`;
  }
  if (error instanceof KnowledgeFolderError)
    return `${setting}: ${error.message.replace(/[^?]$/, '$&.')} Name the folder of a knowledge base.`;
  const path = error instanceof Error && 'path' in error ? String(error.path) : knowledge;
  return unusable(error, setting, path, 'name another folder');
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The kind of an error, its code and the first line of its message; what is secret in there is left out. */
function unforeseen(error: unknown, { web, botFramework }: ExplainedConfig): string {
  if (!(error instanceof Error)) return 'Keyturn could not start, and nothing says why. Please report it.';
  const secrets = [web.secret, web.directLineSecret, web.identitySecret, botFramework.MicrosoftAppPassword];
  let [message = ''] = error.message.split('\n');
  for (const secret of secrets) if (secret) message = message.replaceAll(secret, '[left out]');
  const code = codeOf(error);
  return `Keyturn could not start: ${error.name}${code === null ? '' : ` ${code}`}: ${message}. Please report this line.`;
}
