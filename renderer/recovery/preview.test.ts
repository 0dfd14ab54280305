import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../criteria/assessment.ts';
import type {
  ApiError,
  Args,
  CallApi,
  ErrorCode,
  Method,
  OpenedAssessment,
  Reply,
} from '../../electron/api.ts';
import { currentSet, draftAssessment } from '../../tests/example-assessment.ts';
import { loadPreview, obstacleOf, type Preview, restorePreviewed } from './preview.ts';

const id = '2026-00001';
const file = '2026-00001_0000000003_2026-11-03T08-12-00.000Z_save.json';
const kept = draftAssessment({ children: 1240 }, { saves: 3 });
const now = draftAssessment({ children: 1204 }, { saves: 7 });
const opens = (assessment: Assessment): Reply<OpenedAssessment> => ({ ok: true, value: { assessment } });
const refusal = (code: ErrorCode): { ok: false; error: ApiError } => ({
  ok: false,
  error: { code, message: 'không được' },
});

/** A host with one backup, on which the assessment opens as given; notes what it was asked. */
function host(opened: Reply<OpenedAssessment>, settled = true) {
  const asked: string[] = [];
  const calls: { method: Method; args: unknown }[] = [];
  const answers: Partial<Record<Method, unknown>> = {
    'assessments.open': opened,
    'backups.open': { ok: true, value: { assessment: kept, summary: {} } },
    'backups.restore': { ok: true, value: { ...now, answers: kept.answers, saves: 8 } },
  };
  return {
    asked,
    calls,
    call: (async (method: Method, args: Args<Method>) => {
      asked.push(method);
      calls.push({ method, args });
      return answers[method];
    }) as CallApi,
    criteriaSet: async (id: string, version: number) =>
      ({ ok: true, value: { ...currentSet, id, version } }) as const,
    settle: async () => {
      asked.push('settle');
      return settled;
    },
    by: () => 'Nguyễn Thị An',
    forget: (forgotten: string) => {
      asked.push(`forget ${forgotten}`);
    },
  };
}

async function previewOn(opened: Reply<OpenedAssessment>, settled = true): Promise<Preview> {
  const reply = await loadPreview(host(opened, settled), id, file);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

describe('the preview of a backup', () => {
  test('is compared with what is on the disk after this window has saved what it held', async () => {
    const desk = host(opens(now));
    const reply = await loadPreview(desk, id, file);
    expect(desk.asked[0]).toBe('settle');
    expect(reply).toMatchObject({
      ok: true,
      value: {
        unsaved: false,
        current: { kind: 'readable', differences: [{ now: 1204, offered: 1240 }] },
      },
    });
  });

  test('may be restored over a draft that differs, and over an assessment that is lost', async () => {
    expect(obstacleOf(await previewOn(opens(now)))).toBeNull();
    expect(obstacleOf(await previewOn(refusal('damaged')))).toBeNull();
    expect(obstacleOf(await previewOn(refusal('not_found')))).toBeNull();
  });

  test.each([
    ['one by other rules', opens({ ...now, criteriaSet: { ...now.criteriaSet, version: 2 } }), 'otherRules'],
    ['a final assessment', opens({ ...now, status: 'final' }), 'final'],
    ['a draft that holds the same', opens({ ...kept, saves: 9 }), 'same'],
    [
      'an assessment of a newer format',
      { ok: true, value: { assessment: now, readOnly: 'bản mới hơn' } } as const,
      'readOnly',
    ],
    ['an assessment of a newer format that cannot even be shown', refusal('newer_format'), 'newer'],
    ['an assessment that the disk does not give just now', refusal('storage_failed'), 'unknown'],
    ['an assessment behind a host that is silent', refusal('unreachable'), 'unknown'],
  ])('is not offered over %s', async (_, opened, obstacle) => {
    expect(obstacleOf(await previewOn(opened))).toBe(obstacle);
  });

  test('is not offered while this window holds something unsaved', async () => {
    expect(obstacleOf(await previewOn(opens(now), false))).toBe('unsaved');
  });

  test('is offered for a lost assessment whatever this window holds, because that cannot be saved before', async () => {
    expect(obstacleOf(await previewOn(refusal('damaged'), false))).toBeNull();
    expect(obstacleOf(await previewOn(refusal('not_found'), false))).toBeNull();
  });
});

describe('restoring', () => {
  test('is based on the version that was compared, and drops what the window held once it is done', async () => {
    const desk = host(opens(now));
    const restoring = await restorePreviewed(desk, file, await previewOn(opens(now)));
    expect(restoring).toEqual({ kind: 'restored' });
    expect(desk.calls).toEqual([
      { method: 'backups.restore', args: { id, file, basedOn: 7, by: 'Nguyễn Thị An' } },
    ]);
    expect(desk.asked).toEqual(['settle', 'backups.restore', `forget ${id}`]);
  });

  test('a lost assessment is replaced whole', async () => {
    const desk = host(refusal('damaged'));
    await restorePreviewed(desk, file, await previewOn(refusal('damaged')));
    expect(desk.calls).toEqual([
      { method: 'backups.restore', args: { id, file, basedOn: null, by: 'Nguyễn Thị An' } },
    ]);
  });

  test('asks for nothing while something unsaved would be lost', async () => {
    const desk = host(opens(now), false);
    expect(await restorePreviewed(desk, file, await previewOn(opens(now)))).toEqual({ kind: 'unsaved' });
    expect(desk.asked).toEqual(['settle']);
  });

  test('that is refused keeps what the window holds', async () => {
    const desk = host(opens(now));
    const call = (async () => refusal('conflict')) as CallApi;
    const restoring = await restorePreviewed({ ...desk, call }, file, await previewOn(opens(now)));
    expect(restoring).toEqual({ kind: 'refused', message: 'không được' });
    expect(desk.asked).toEqual(['settle']);
  });

  test.each(['unreachable', 'storage_failed', 'internal'] as const)(
    'that is answered with %s may have happened, and is not called undone',
    async (code) => {
      const call = (async () => refusal(code)) as CallApi;
      const restoring = await restorePreviewed(
        { ...host(opens(now)), call },
        file,
        await previewOn(opens(now)),
      );
      expect(restoring).toEqual({ kind: 'unknown', message: 'không được' });
    },
  );

  test('a lost assessment keeps what this window holds and could not save', async () => {
    const desk = host(refusal('not_found'), false);
    const restoring = await restorePreviewed(desk, file, await previewOn(refusal('not_found'), false));
    expect(restoring).toEqual({ kind: 'restored' });
    expect(desk.asked).toEqual(['settle', 'backups.restore']);
  });
});
