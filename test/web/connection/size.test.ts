import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('is at most 6 KB for a browser, for it is a seventh of what the whole chat may weigh', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/web/chat/connection/connection.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome80', 'edge80', 'firefox78', 'safari14.1'],
    write: false,
  });
  expect(gzipSync(outputFiles[0]!.contents, { level: 9 }).length).toBeLessThanOrEqual(6 * 1024);
});
