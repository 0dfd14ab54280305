import canonicalize from 'canonicalize';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation } from 'wouter';
import { hashedPart } from '../../../criteria/rules/hashed-part.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { exampleCorrection, exampleUnits } from '../../../criteria/sets/example-units.ts';
import type { Reply } from '../../../electron/api.ts';
import { callApi } from '../../api-client.ts';
import { DeadEnd } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { Mark } from '../../frame/marks.tsx';
import { useLoaded } from '../../frame/use-loaded.ts';
import { paths } from '../../paths.ts';
import { RoomCall } from '../room-call.ts';
import { RoomScreens } from '../room-screens.tsx';
import classes from './tour.module.css';
import { tourRoom } from './tour-room.ts';
import { doneSteps, type TourStep, tourSteps } from './tour-steps.ts';

/** The criteria room over the fictional set: what is done here can be seen everywhere in it, and is nowhere else. */
export function TourScreen() {
  const { t } = useTranslation();
  const { loaded, again } = useLoaded(exampleSet, 'example');
  if (loaded.state === 'failed')
    return <DeadEnd title={t('tour.title')} message={loaded.error.message} onRetry={again} />;
  if (loaded.state === 'loading')
    return (
      <main className={frame.narrow} aria-busy="true">
        <p role="status">{t('rules.loading')}</p>
      </main>
    );
  return <Tour set={loaded.value} />;
}

/** The fictional set that comes with the program, as it was before anybody confirmed any of it. */
async function exampleSet(): Promise<Reply<CriteriaSet>> {
  const overview = await callApi('criteria.overview', {});
  if (!overview.ok) return overview;
  const line = overview.value.sets.find(({ fictional, builtIn }) => fictional && builtIn);
  if (line === undefined) throw new Error('no fictional set comes with the program');
  const opened = await callApi('criteria.open', { id: line.id, version: line.version });
  return opened.ok ? { ok: true, value: opened.value.published.set } : opened;
}

function Tour({ set }: { readonly set: CriteriaSet }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const [done, setDone] = useState<ReadonlySet<TourStep>>(new Set());
  const next = tourSteps.find((step) => !done.has(step));
  const [call] = useState(() =>
    tourRoom({
      set,
      units: exampleUnits,
      clock: () => new Date(),
      hashOf,
      notHere: t('tour.notHere'),
      changedElsewhere: t('tour.changedElsewhere'),
      onAnswered: (_method, room) => setDone((before) => doneSteps(before, room, set, exampleUnits)),
    }),
  );
  return (
    <>
      <aside className={`${frame.above} ${classes.tour}`} aria-label={t('tour.title')}>
        <p>
          <strong>{t('tour.title')}.</strong> {t('tour.intro')}{' '}
          <Link href={`~${paths.rules()}`}>{t('tour.leave')}</Link>
        </p>
        <p role="status">
          {next === undefined
            ? t('tour.finished', { n: done.size })
            : `${t('tour.progress', { n: done.size, total: tourSteps.length })} ${t(`tour.step.${next}`, facts)}`}
        </p>
        <details>
          <summary>{t('tour.all', { n: tourSteps.length })}</summary>
          <ol className={classes.steps}>
            {tourSteps.map((step) => (
              <li key={step}>
                {t(`tour.step.${step}`, facts)} {done.has(step) && <Mark tone="good">{t('tour.done')}</Mark>}
              </li>
            ))}
          </ol>
        </details>
      </aside>
      <RoomCall.Provider value={call}>
        {location === '/' ? <Redirect to={paths.rules()} replace /> : <RoomScreens />}
      </RoomCall.Provider>
    </>
  );
}

/** What a correction is worth trying on, by which one of the villages loses its verdict. */
const facts = {
  indicator: exampleCorrection.indicator,
  level: exampleCorrection.band + 1,
  rate: exampleCorrection.after.rate,
  points: exampleCorrection.after.points,
};

/** As the program makes it, by the browser's own means. */
async function hashOf(set: CriteriaSet): Promise<string> {
  const text = new TextEncoder().encode(canonicalize(hashedPart(set)));
  const digest = await crypto.subtle.digest('SHA-256', text);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
