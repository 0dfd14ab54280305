/** What a workflow calls by name is checked here: nothing else would notice a wrong one until it runs on a connected machine. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './bundles.ts';
import type { Edition } from './fuses.ts';
import { packageConfiguration, type Target } from './package-configuration.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Matrix {
  readonly os?: readonly string[];
  readonly include?: readonly Readonly<Record<string, string>>[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly strategy: { readonly matrix: Matrix }; readonly steps: readonly Step[] }>
  >;
}

const names = ['check', 'release'] as const;
const textOf = (name: string) => readFile(join(root, '.github', 'workflows', `${name}.yml`), 'utf8');
const read = async (name: string): Promise<Workflow> => parse(await textOf(name));

const jobsOf = ({ jobs }: Workflow) => Object.values(jobs);
const stepsOf = (workflow: Workflow) => jobsOf(workflow).flatMap(({ steps }) => steps);
/** Whatever is called of ours, in its order. */
const scriptsOf = (workflow: Workflow) =>
  stepsOf(workflow).flatMap(({ run = '' }) =>
    [...run.matchAll(/\bnpm (?:run )?([\w-]+)([^\n]*)/g)].map(([, script = '', rest = '']) => ({
      script,
      rest,
    })),
  );

describe.each(names)('the workflow %s', (name) => {
  test('calls scripts that exist', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const called = scriptsOf(await read(name)).map(({ script }) => script);
    expect(called).toContain('test');
    expect(called.filter((script) => script !== 'ci' && !(script in scripts))).toEqual([]);
  });

  test('may read the source and nothing else, and keeps no right to write it', async () => {
    const workflow = await read(name);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of jobsOf(workflow)) expect(job).not.toHaveProperty('permissions');
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(1);
    expect(checkouts[0]?.with).toMatchObject({ 'persist-credentials': false });
  });

  test('takes foreign steps only from GitHub itself, each pinned to a commit that is named', async () => {
    const lines = (await textOf(name)).split('\n').filter((line) => line.includes('uses:'));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('runs on Windows and on Linux, with the Node that the project runs on', async () => {
    const workflow = await read(name);
    for (const { strategy } of jobsOf(workflow)) {
      const systems = strategy.matrix.os ?? strategy.matrix.include?.map(({ os }) => os);
      expect([...(systems ?? [])].sort()).toEqual(['ubuntu-latest', 'windows-latest']);
    }
    const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const setup = stepsOf(workflow).find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(devDependencies.node).toContain(`${setup?.with?.['node-version']}.`);
  });
});

describe('the workflow of a release', () => {
  test('begins by a tag of a version or by hand, and needs no secret', async () => {
    const workflow = await read('release');
    expect(Object.keys(workflow.on).sort()).toEqual(['push', 'workflow_dispatch']);
    expect(workflow.on.push).toEqual({ tags: ['v*.*.*'] });
    const secrets = [...(await textOf('release')).matchAll(/secrets\.(\w+)/g)].map(([, secret]) => secret);
    expect(secrets).toEqual(['CSC_LINK', 'CSC_KEY_PASSWORD']);
  });

  test('passes every test and the audit before it packages, and smokes both editions after that', async () => {
    const called = scriptsOf(await read('release')).map(({ script, rest }) =>
      script === 'package' && rest.includes('--test-build') ? 'package the test build' : script,
    );
    expect(called).toEqual(['ci', 'test', 'audit', 'package', 'package the test build', 'smoke', 'smoke']);
  });

  test('smokes the very files that packaging leaves, in the sandbox', async () => {
    const workflow = await read('release');
    const systems = jobsOf(workflow).flatMap(({ strategy }) => strategy.matrix.include ?? []);
    const smoked = scriptsOf(workflow)
      .filter(({ script }) => script === 'smoke')
      .flatMap(({ rest }) =>
        systems.map((values) =>
          (/--app "(.+)"/.exec(rest)?.[1] ?? '').replace(
            /\$\{\{ matrix\.(\w+) \}\}/g,
            (_, key) => values[key] ?? '',
          ),
        ),
      );
    const left = (target: Target, edition: Edition) => {
      const { executableName } = packageConfiguration({
        target,
        edition,
        app: '',
        output: '',
        electronDist: undefined,
      });
      const folder = edition === 'test' ? 'dist/packages-for-tests' : 'dist/packages';
      return `${folder}/${target}-unpacked/${executableName}${target === 'win' ? '.exe' : ''}`;
    };
    expect(smoked).toEqual([
      left('win', 'test'),
      left('linux', 'test'),
      left('win', 'release'),
      left('linux', 'release'),
    ]);
    const written = await readFile(join(root, 'build', 'package.ts'), 'utf8');
    expect(written).toContain("'packages-for-tests' : 'packages'");
    expect(await textOf('release')).not.toContain('--no-sandbox');
  });

  test('hands out what packaging and smoking leave, the evidence whatever happened', async () => {
    const uploads = stepsOf(await read('release')).filter(({ uses }) => uses?.includes('/upload-artifact@'));
    const endings = ['win', 'linux'].flatMap((target) => {
      const told = packageConfiguration({
        target: target as Target,
        edition: 'release',
        app: '',
        output: '',
        electronDist: undefined,
      });
      return target === 'win' ? ['exe'] : [told.linux?.target].flat().map((one) => Object(one).target);
    });
    const [packages, evidence] = uploads;
    for (const ending of endings) expect(packages?.with?.path).toContain(`dist/packages/*.${ending}\n`);
    expect(packages?.with?.path).toContain('SHA256SUMS-*.txt');
    expect(evidence).toMatchObject({ if: 'always()', with: { path: 'artefacts/' } });
    expect(await readFile(join(root, 'tests', 'packaged', 'smoke.ts'), 'utf8')).toContain(
      "resolve('artefacts', 'smoke')",
    );
  });

  test('names documents that exist', async () => {
    for (const [path] of (await textOf('release')).matchAll(/\bdocs\/[\w/-]+\.md/g))
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });
});
