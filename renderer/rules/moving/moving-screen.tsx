import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { CallApi, Impact, OpenedSet, Reply } from '../../../electron/api.ts';
import { FailureNotice } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { Notice } from '../../frame/notice.tsx';
import { ScreenHeading } from '../../frame/screen.tsx';
import { useLoaded } from '../../frame/use-loaded.ts';
import { paths } from '../../paths.ts';
import { ofThisWindow } from '../../session/open-sessions.ts';
import { localised, numberText } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';
import { DraftsPart } from './drafts-part.tsx';
import { FinalsPart } from './finals-part.tsx';
import { movesTo } from './moves.ts';
import { MovingOutcome } from './moving-outcome.tsx';
import { MovingProgress } from './moving-progress.tsx';
import { forgetMovingRun, useMovingRun } from './moving-run.ts';

/** What is known before anything is moved. */
interface Known {
  readonly opened: OpenedSet;
  readonly impact: Impact;
  /** The sets that the assessments go by now, by `id@version`, for the labels of what they ask. */
  readonly sets: ReadonlyMap<string, CriteriaSet>;
}

async function load(call: CallApi, to: SetVersion): Promise<Reply<Known>> {
  // What this window holds is saved first, so that the difference is that of what is on the screen.
  await Promise.all(ofThisWindow.unsaved().map(({ id }) => ofThisWindow.settle(id)));
  const [opened, impact] = await Promise.all([call('criteria.open', to), call('assessments.moves', { to })]);
  if (!opened.ok) return opened;
  if (!impact.ok) return impact;
  const pinned = new Map(impact.value.lines.map(({ pinned }) => [`${pinned.id}@${pinned.version}`, pinned]));
  const replies = await Promise.all(
    [...pinned].map(
      async ([key, { id, version }]) => [key, await call('criteria.get', { id, version })] as const,
    ),
  );
  const sets = new Map(replies.flatMap(([key, reply]) => (reply.ok ? [[key, reply.value] as const] : [])));
  return { ok: true, value: { opened: opened.value, impact: impact.value, sets } };
}

/** Moves drafts to a published version, newer or older, after showing what comes of it. */
export function MovingScreen({ to }: { readonly to: SetVersion }) {
  // NOTE: apart for each version, so that nothing is ever chosen from the table of another one.
  return <Moving key={`${to.id}@${to.version}`} {...to} />;
}

function Moving({ id, version }: SetVersion) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const to = { id, version };
  const { loaded, again } = useLoaded(() => load(call, to), `${id}@${version}`);
  const run = useMovingRun((state) => state.run);
  const here = run !== null && run.to.id === id && run.to.version === version ? run : null;
  const over = here?.over === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once all is moved, what was worked out is out of date
  useEffect(() => {
    if (over) again();
  }, [over]);
  // What was told need not be told again on the way back.
  useEffect(() => forgetMovingRun, []);
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
        <Link href={paths.rules()}>{t('setFiles.toSets')}</Link>
        <Link href={paths.ruleSet(to)}>{t('moving.toSet')}</Link>
      </nav>
      <ScreenHeading title={t('moving.title', { version })} />
      {here !== null && !here.over && <MovingProgress run={here} />}
      {here?.over === true && (
        <MovingOutcome run={here} known={loaded.state === 'ready' ? loaded.value.impact.lines : []} />
      )}
      {loaded.state === 'loading' && <p role="status">{t('moving.loading')}</p>}
      {loaded.state === 'failed' && (
        <FailureNotice title={t('moving.failed')} message={loaded.error.message} onRetry={again} />
      )}
      {loaded.state === 'ready' && (
        <>
          <p>{t('moving.intro', { title: localised(loaded.value.opened.set.title), version })}</p>
          {run !== null && !run.over && here === null && (
            <Notice>
              <p>{t('moving.busyElsewhere', { ...run.to })}</p>
            </Notice>
          )}
          <Offered known={loaded.value} busy={run !== null && !run.over} />
        </>
      )}
    </main>
  );
}

function Offered({
  known: { opened, impact, sets },
  busy,
}: {
  readonly known: Known;
  readonly busy: boolean;
}) {
  const { t } = useTranslation();
  const { set } = opened;
  if (set.fictional === true) return <p>{t('moving.fictional')}</p>;
  const { drafts, others, finals } = movesTo(set, impact.lines);
  return (
    <>
      <p>{t('moving.kept')}</p>
      {impact.unknown.length > 0 && (
        <Notice tone="provisional">
          <p>
            {t('moving.unknown', { n: numberText(impact.unknown.length), names: impact.unknown.join(', ') })}
          </p>
        </Notice>
      )}
      {drafts.length + others.length === 0 && <p>{t('moving.none')}</p>}
      {drafts.length > 0 && <DraftsPart kind="drafts" set={set} sets={sets} lines={drafts} busy={busy} />}
      {others.length > 0 && <DraftsPart kind="others" set={set} sets={sets} lines={others} busy={busy} />}
      {finals.length > 0 && <FinalsPart set={set} sets={sets} lines={finals} />}
    </>
  );
}
