import { beforeEach, describe, expect, test } from 'vitest';
import type { FileEvidence } from '../../criteria/evidence.ts';
import { draftAssessment } from '../../tests/example-assessment.ts';
import { type ExampleHost, exampleHost } from '../../tests/example-session.ts';
import { arrive } from '../evidence/arriving.ts';
import type { AssessmentSession } from './assessment-session.ts';
import { Sessions } from './sessions.ts';

const photo: FileEvidence = {
  kind: 'file',
  sha256: 'a'.repeat(64),
  name: 'Ảnh.jpg',
  size: 12,
  type: 'image/jpeg',
};

let host: ExampleHost;
let sessions: Sessions;
/** Called between reading the saved version and handing it over. */
let whileOpening: () => Promise<void>;
let id: string;

beforeEach(() => {
  host = exampleHost(draftAssessment({ children: 1300 }));
  id = host.assessment.id;
  whileOpening = async () => undefined;
  sessions = new Sessions(async () => {
    const read = host.assessment;
    await whileOpening();
    return { ok: true, value: () => host.open(read) };
  });
});

async function opened(): Promise<AssessmentSession> {
  const reply = await sessions.open(id);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const attach = () => arrive((of) => sessions.live(of), id, '2.1', photo);
const onDisk = () => host.assessment.evidence['2.1']?.map(({ item }) => item) ?? [];
const onPage = (session: AssessmentSession) => session.store.getState().copy.evidence['2.1'] ?? [];

describe('a file', () => {
  test('is attached once it is saved, and not twice', async () => {
    const session = await opened();
    expect(await attach()).toEqual({ kind: 'saved' });
    expect(onDisk()).toEqual([photo]);
    expect(await attach()).toEqual({ kind: 'already' });
    expect(onPage(session)).toEqual([photo]);
  });

  test('that could not be saved is not called attached', async () => {
    const session = await opened();
    host.assessment = { ...host.assessment, saves: 9 };
    expect(await attach()).toEqual({ kind: 'unsaved' });
    expect(session.holdsUnsaved()).toBe(true);
  });

  test('that comes after the assessment was replaced arrives in the new one', async () => {
    const old = await opened();
    sessions.forget(id);
    host.assessment = draftAssessment({ children: 7 }, { saves: 12 });
    expect(await attach()).toEqual({ kind: 'saved' });
    expect(onDisk()).toEqual([photo]);
    expect(onPage(old)).toEqual([]);
    expect(onPage(await opened())).toEqual([photo]);
  });

  test('whose assessment is replaced while it is saved is attached to the new one as well', async () => {
    const session = await opened();
    const { flush } = session;
    session.flush = async () => {
      session.flush = flush;
      await flush();
      sessions.forget(id);
      host.assessment = draftAssessment({ children: 7 }, { saves: 12 });
    };
    expect(await attach()).toEqual({ kind: 'saved' });
    expect(onDisk()).toEqual([photo]);
  });

  test('on its way keeps an assessment from being settled', async () => {
    await opened();
    let bring: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => {
      bring = resolve;
    }).then(attach);
    sessions.expect(id, coming);
    let settled: boolean | null = null;
    const settling = sessions.settle(id).then((all) => {
      settled = all;
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(settled).toBeNull();
    bring();
    await settling;
    expect(settled).toBe(true);
    expect(onDisk()).toEqual([photo]);
  });

  test('for a closed assessment is not taken', async () => {
    host.assessment = { ...host.assessment, status: 'final' };
    expect(await attach()).toEqual({ kind: 'locked' });
  });
});

describe('opening an assessment again', () => {
  let known: AssessmentSession;
  beforeEach(async () => {
    known = await opened();
  });
  const meanwhile = (happens: () => void | Promise<void>) => {
    whileOpening = async () => {
      whileOpening = async () => undefined;
      await happens();
    };
  };

  test('while a file arrives shows the version with the file', async () => {
    meanwhile(async () => {
      known.setEvidence('2.1', [photo]);
      await known.flush();
    });
    const shown = await opened();
    expect(onPage(shown)).toEqual([photo]);
    expect(shown.basedOn()).toBe(host.assessment.saves);
  });

  test('while something is changed that is not saved yet goes on with that', async () => {
    meanwhile(() => known.setEvidence('2.1', [photo]));
    expect(await opened()).toBe(known);
  });

  test('shows what another window has saved since', async () => {
    const other = host.open();
    other.answerCheck('1.1', true);
    await other.flush();
    expect((await opened()).store.getState().copy.answers['1.1']).toBe(true);
  });
});
