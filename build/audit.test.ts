import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { judge, readAnswer } from './audit-answer.ts';
import { askNpm } from './audit-npm.ts';

const shipped = new Set(['node_modules/zod', 'node_modules/pdfmake', 'node_modules/electron']);

interface Listed {
  readonly name: string;
  readonly path?: string;
  readonly via: readonly (string | Readonly<Record<string, unknown>>)[];
}

/** An answer of npm's second form, as npm writes it. */
function answer(...listed: readonly Listed[]): string {
  const vulnerabilities = listed.map(({ name, path = `node_modules/${name}`, via }) => [
    name,
    {
      name,
      severity: 'high',
      isDirect: true,
      via,
      effects: [],
      range: '*',
      nodes: [path],
      fixAvailable: true,
    },
  ]);
  return JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(vulnerabilities),
    metadata: { vulnerabilities: { total: listed.length }, dependencies: { total: 500 } },
  });
}

function advisory(name: string, severity: string) {
  return {
    source: 1_099_999,
    name,
    dependency: name,
    title: `A weakness of ${name}`,
    url: 'https://example.vn/GHSA-1',
    severity,
    cwe: [],
    range: '<1.0.0',
  };
}

const judged = (text: string, must = false) => judge(readAnswer(text, shipped), must);

test('a clean answer passes', () => {
  expect(judged(answer(), true)).toEqual({ ok: true, lines: ['audit: no known weaknesses'] });
});

test.each(['moderate', 'high', 'critical'])(
  'a %s weakness of what is shipped fails, and is named',
  (severity) => {
    expect(judged(answer({ name: 'zod', via: [advisory('zod', severity)] }))).toEqual({
      ok: false,
      lines: [
        `audit: zod is shipped and has a weakness (${severity}): A weakness of zod https://example.vn/GHSA-1`,
      ],
    });
  },
);

test('a low weakness of what is shipped is told and passes', () => {
  expect(judged(answer({ name: 'zod', via: [advisory('zod', 'low')] }))).toEqual({
    ok: true,
    lines: ['audit: warning: known weaknesses in what people get: 1 low; npm audit tells more'],
  });
});

test('weaknesses of the tools are counted and pass, however grave', () => {
  const { ok, lines } = judged(
    answer(
      { name: 'vite', via: [advisory('vite', 'critical'), advisory('vite', 'low')] },
      { name: 'zod', path: 'node_modules/knip/node_modules/zod', via: [advisory('zod', 'high')] },
    ),
  );
  expect({ ok, lines }).toEqual({
    ok: true,
    lines: ['audit: warning: known weaknesses in the tools: 1 low, 1 high, 1 critical; npm audit tells more'],
  });
});

test('a package that only depends on a weak one is not told a second time', () => {
  const weak = { name: 'zod', via: [advisory('zod', 'high')] };
  const dependent = { name: 'pdfmake', via: ['zod'] };
  expect(judged(answer(weak, dependent)).lines).toHaveLength(1);
});

test('what fetches Electron is a tool, Electron itself is shipped', () => {
  const fetcher = { name: '@electron/get', via: [advisory('@electron/get', 'high')] };
  expect(judged(answer(fetcher, { name: 'electron', via: ['@electron/get'] })).ok).toBe(true);
  expect(judged(answer({ name: 'electron', via: [advisory('electron', 'high')] })).ok).toBe(false);
});

describe('an audit that was not made is told in one line, and passes unless it must be made', () => {
  test.each([
    [
      'refused',
      JSON.stringify({
        message:
          '405 Method Not Allowed - POST https://packages.example.vn/-/npm/v1/security/advisories/bulk',
        method: 'POST',
        statusCode: 405,
        body: '',
        error: { summary: '', detail: '' },
      }),
      '405 Method Not Allowed',
    ],
    [
      'no network',
      JSON.stringify({
        message:
          'request to https://packages.example.vn/bulk failed, reason: getaddrinfo ENOTFOUND packages.example.vn',
        error: { summary: '', detail: '' },
      }),
      'request failed, reason: getaddrinfo ENOTFOUND packages.example.vn',
    ],
    ['not JSON', '<html>Sign in to the network</html>', 'npm gave no answer that can be read'],
    ['empty', '', 'npm gave no answer that can be read'],
    [
      'a later form',
      JSON.stringify({ auditReportVersion: 3, vulnerabilities: {} }),
      'npm answered in a form that is not known here',
    ],
    [
      'an unknown severity',
      answer({ name: 'zod', via: [advisory('zod', 'terrible')] }),
      'npm answered in a form that is not known here',
    ],
  ])('%s', (_case, text, reason) => {
    const line = `audit: nothing was audited, known weaknesses would not be seen: ${reason}`;
    expect(judged(text)).toEqual({ ok: true, lines: [line] });
    expect(judged(text, true)).toEqual({ ok: false, lines: [`${line}; a release must be audited`] });
  });
});

describe('the real npm', () => {
  let server: Server;
  let cache: string;
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'audit-'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
    await rm(cache, { recursive: true, force: true });
  });

  async function serve(listener: RequestListener): Promise<void> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}/`);
    vi.stubEnv('npm_config_noproxy', '127.0.0.1');
    vi.stubEnv('npm_config_cache', cache);
    // Settings that would make npm look at less, or at nothing, and call it clean.
    vi.stubEnv('npm_config_offline', 'true');
    vi.stubEnv('npm_config_omit', 'dev');
  }

  async function runAudit(...options: readonly string[]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'audit.ts'), ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const [status] = await once(child, 'close');
    return { status, output };
  }

  /** Answers every question for weaknesses with these, and knows no package. */
  const answers = (weaknesses: unknown): RequestListener => {
    return (request, response) => {
      response.statusCode = request.method === 'POST' ? 200 : 404;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.method === 'POST' ? weaknesses : {}));
    };
  };
  const weakness = { id: 1, url: 'https://example.vn/1', title: 'Bad', severity: 'high', cwe: [] };

  test('a weakness of Electron, which is declared for development, fails the check', async () => {
    await serve(answers({ electron: [{ ...weakness, vulnerable_versions: '*' }] }));
    expect(await runAudit()).toEqual({
      status: 1,
      output: 'audit: electron is shipped and has a weakness (high): Bad https://example.vn/1\n',
    });
  });

  test('a weakness of a tool is a warning', async () => {
    await serve(answers({ knip: [{ ...weakness, vulnerable_versions: '*' }] }));
    const { status, output } = await runAudit('--must');
    expect(status).toBe(0);
    expect(output).toContain('known weaknesses in the tools: 1 high');
  });

  test('a registry that answers no audit passes, and fails a release', async () => {
    await serve((_request, response) => response.writeHead(405).end());
    expect(await runAudit()).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^.*nothing was audited.*405.*\n$/),
    });
    expect(await runAudit('--must')).toMatchObject({ status: 1 });
  });

  test('a registry that never answers is not waited for', async () => {
    await serve(() => {});
    expect(await askNpm(1)).toEqual({ given: false, reason: 'npm gave no answer within 1 seconds' });
  });
});
