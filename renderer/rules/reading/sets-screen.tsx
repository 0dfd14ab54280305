import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ApiError, CriteriaOverview, SetLine } from '../../../electron/api.ts';
import { whoWorks } from '../../assessors/working.ts';
import { FailureNotice } from '../../frame/failure.tsx';
import { Folded } from '../../frame/folded.tsx';
import frame from '../../frame/frame.module.css';
import { Notice } from '../../frame/notice.tsx';
import { Part } from '../../frame/part.tsx';
import { ScreenHeading } from '../../frame/screen.tsx';
import { sentence } from '../../frame/sentence.ts';
import { dateTimeText } from '../../frame/time.ts';
import { useLoaded } from '../../frame/use-loaded.ts';
import { hostText } from '../../host-text.ts';
import { paths } from '../../paths.ts';
import { localised, numberText } from '../../wording.ts';
import { useIsTour, useRoomCall } from '../room-call.ts';
import { beginCorrection } from './correction.ts';
import { NewSetDialog } from './new-set-dialog.tsx';
import classes from './reading.module.css';
import { SetCard } from './set-card.tsx';
import { UseDialog } from './use-dialog.tsx';

/** The criteria sets of this machine: which one counts, how far it is confirmed, and what is being written. */
export function SetsScreen() {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { loaded, again, replace } = useLoaded(() => call('criteria.overview', {}), 'sets');
  return (
    <main className={`${frame.page} ${frame.stack}`} aria-busy={loaded.state === 'loading'}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={`~${paths.list()}`}>{t('program.home')}</Link>
      </nav>
      <ScreenHeading title={t('rules.title')} />
      <p>{t('rules.intro')}</p>
      {loaded.state === 'loading' && <p role="status">{t('rules.loading')}</p>}
      {loaded.state === 'failed' && (
        <FailureNotice title={t('rules.failed')} message={loaded.error.message} onRetry={again} />
      )}
      {loaded.state === 'ready' && <Overview overview={loaded.value} onChange={replace} />}
    </main>
  );
}

interface OverviewProps {
  readonly overview: CriteriaOverview;
  readonly onChange: (overview: CriteriaOverview) => void;
}

function Overview({ overview, onChange }: OverviewProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const tour = useIsTour();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<{ what: 'use' | 'copy'; line: SetLine } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [othersOpen, setOthersOpen] = useState(false);
  const { inUse, sets, drafts, troubled } = overview;
  const used = sets.find(({ id, version }) => id === inUse.id && version === inUse.version);
  const others = sets.filter((line) => line !== used);

  async function correct(line: SetLine) {
    setError(null);
    const reply = await beginCorrection(call, line, whoWorks());
    if (reply.ok) navigate(paths.draft(line.id));
    else setError(reply.error);
  }
  const card = (line: SetLine) => (
    <SetCard
      key={`${line.id} ${line.version}`}
      line={line}
      inUse={line === used}
      onCorrect={() => void correct(line)}
      onCopy={() => setAsking({ what: 'copy', line })}
      onUse={() => setAsking({ what: 'use', line })}
    />
  );
  return (
    <>
      {error !== null && <FailureNotice title={t('rules.noDraft')} message={hostText(error.message)} />}
      {troubled.length > 0 && (
        <Notice tone="bad" title={t('rules.troubled')}>
          <ul>
            {troubled.map(({ file, message }) => (
              <li key={file}>
                <code>{file}</code>: {sentence(hostText(message))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {used === undefined ? (
        <Notice tone="bad">
          <p>{t('rules.usedUnknown', { id: inUse.id, version: inUse.version })}</p>
        </Notice>
      ) : (
        <Part title={t('rules.inUse')}>{card(used)}</Part>
      )}
      {drafts.length > 0 && (
        <Part title={t('rules.drafts')}>
          <ul className={classes.drafts}>
            {drafts.map(({ id, version, title, changed, updatedAt }) => (
              <li key={id}>
                <Link href={paths.draft(id)}>{t('rules.draftOf', { title: localised(title), version })}</Link>
                <span className={classes.source}>
                  {t('rules.draftLine', { n: numberText(changed), at: dateTimeText(updatedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!tour && (
        <div className={classes.ways}>
          <Button component={Link} href={paths.importSet()} variant="default">
            {t('rules.import')}
          </Button>
          <Button component={Link} href={paths.tour()} variant="default">
            {t('rules.tour')}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <Folded
          open={othersOpen}
          onOpen={setOthersOpen}
          summary={t('rules.others', { n: others.length })}
          className={classes.fold}
        >
          {others.map((line) => (
            <Part
              key={`${line.id} ${line.version}`}
              title={t('rules.titleOf', { title: localised(line.title), version: line.version })}
            >
              {card(line)}
            </Part>
          ))}
        </Folded>
      )}
      {asking?.what === 'use' && (
        <UseDialog
          line={asking.line}
          onClose={() => setAsking(null)}
          onUsed={(next) => {
            setAsking(null);
            onChange(next);
          }}
        />
      )}
      {asking?.what === 'copy' && (
        <NewSetDialog
          line={asking.line}
          taken={[...sets, ...drafts].map(({ id }) => id)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
