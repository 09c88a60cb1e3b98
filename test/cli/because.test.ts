import { expect, it } from 'vitest';
import { keyturn } from './program.ts';

const ask = (text: string) => keyturn(['ask', text, '--knowledge', 'test/foreign-knowledge']);

it('ask says in bits what speaks for and against the likeliest problem, the strongest first', async () => {
  const { out } = await ask('the coffee machine gives no coffee, the blue light is on');
  const lines = /Why The water tank is empty\n((?: {2}.*\n)+)/.exec(out)?.[1]?.trimEnd().split('\n') ?? [];
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines)
    expect(line).toMatch(
      /^ {2}(for {5}|against) +[+-]?\d+\.\d bits {2}\S+: .+ \([+-]?\d+\.\d beside the rest\)$/,
    );
  const bits = lines.map((line) => Number(/([+-]?\d+\.\d) bits/.exec(line)?.[1]));
  expect(bits.filter((one) => one > 0)).toEqual(bits.filter((one) => one > 0).sort((a, b) => b - a));
});

it('ask gives no reasons where nothing was heard', async () => {
  expect((await ask('hello')).out).not.toContain('Why ');
});
