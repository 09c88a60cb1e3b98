import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

/** Starts the program as the shell does, with the sources as they are. */
function start(command: string, env: Record<string, string> = {}, knowledge = 'test/foreign-knowledge') {
  const program = ['--import', './test/run-typescript.mjs', 'src/cli/bin.ts'];
  return spawn(process.execPath, [...program, command, '--knowledge', knowledge], {
    stdio: 'pipe',
    env: { ...process.env, HOME: '', XDG_CACHE_HOME: '', LOCALAPPDATA: '', ...env },
  });
}

describe('the program as a process', () => {
  it('serves until it is told to stop, and then ends well', async () => {
    const child = start('serve', { KEYTURN_STORE: 'memory:', PORT: '0' });
    const closed = once(child, 'close');
    const errors = text(child.stderr);
    const [line] = await once(child.stdout, 'data');
    const url = /http:\S+/.exec(String(line))?.[0];
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect([await closed, await errors]).toEqual([[0, null], '']);
  });

  it('says why it cannot serve, before it listens', async () => {
    const child = start('serve', { KEYTURN_STORE: 'memory:', PORT: '0' }, 'test/no-such-folder');
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toContain('there is no folder');
    expect(err).not.toContain('should not have happened');
  });

  it('prints data on stdout and ends with the exit code of the command', async () => {
    const child = start('triage');
    child.stdin.end('{"id":1,"text":"no coffee"}\nnot JSON\n');
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([1, null]);
    expect([code, err]).toEqual([1, '']);
  });

  it('ends quietly when its reader has seen enough (| head), though its input never ends', async () => {
    const child = start('triage');
    const errors = text(child.stderr);
    const closed = once(child, 'close');
    child.stdin.on('error', () => undefined);
    const feed = (): void => {
      while (child.stdin.writable && child.stdin.write('{"id":1,"text":"no coffee"}\n'));
      child.stdin.once('drain', feed);
    };
    feed();
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await closed;
    expect([code, await errors]).toEqual([0, '']);
  });
});
