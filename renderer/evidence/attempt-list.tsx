import { Button, Loader } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { evidenceKey, evidenceLimit, sizeText } from '../../criteria/evidence.ts';
import { largestEvidence } from '../../electron/api.ts';
import { sentence } from '../frame/sentence.ts';
import { useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import { type Attempt, attachAgain, dismissAttempt, isUnderWay, useAttaching } from './attaching.ts';
import classes from './evidence.module.css';

interface AttemptListProps {
  readonly indicator: string;
  /** Where the focus goes when what had it is gone. */
  readonly onLeft: () => void;
}

/** Files that are not attached yet: how far each has come, or why it is not. */
export function AttemptList({ indicator, onLeft }: AttemptListProps) {
  const { t } = useTranslation();
  const attempts = useAttempts(indicator);
  const attached = useAttaching((state) => state.attached);
  const waiting = attempts.filter(isUnderWay).length;
  // What was removed since, or went with a restored state, is not there any more.
  const isThere = useSessionState(
    ({ copy }) =>
      copy.evidence[indicator]?.some((item) => evidenceKey(item) === attached?.file.sha256) ?? false,
  );
  const lastOne = attached?.indicator === indicator && isThere ? attached.file : null;
  return (
    <>
      <p role="status" className={classes.progress}>
        {waiting > 0 && t('evidence.attaching', { n: numberText(waiting) })}
        {waiting === 0 &&
          lastOne !== null &&
          t('evidence.attached', { name: lastOne.name, size: sizeText(lastOne.size) })}
      </p>
      {attempts.length > 0 && (
        <ul className={classes.items}>
          {attempts.map((attempt) => (
            <Line key={attempt.key} attempt={attempt} onLeft={onLeft} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Those of one indicator of the open assessment. */
function useAttempts(indicator: string): readonly Attempt[] {
  const assessment = useSessionState((state) => state.assessment.id);
  return useAttaching(
    useShallow(({ attempts }) =>
      attempts.filter((attempt) => attempt.assessment === assessment && attempt.indicator === indicator),
    ),
  );
}

/** Whether anything is on its way to an indicator, or did not arrive. */
export function useIsAttaching(indicator: string): boolean {
  return useAttempts(indicator).length > 0;
}

function Line({ attempt, onLeft }: { readonly attempt: Attempt; readonly onLeft: () => void }) {
  const { t } = useTranslation();
  const { key, file, state } = attempt;
  return (
    <li className={classes.item}>
      <span className={classes.picture}>{isUnderWay(attempt) && <Loader size="sm" aria-hidden />}</span>
      <div className={classes.about}>
        <p className={classes.name}>
          {file.name} {file.size > 0 && <span className={classes.size}>({sizeText(file.size)})</span>}
        </p>
        {typeof state === 'string' ? (
          <p className={classes.by}>{t(`evidence.state.${state}`)}</p>
        ) : (
          <p className={classes.fault} role="alert">
            {obstacleText(t, state)}
          </p>
        )}
      </div>
      {typeof state !== 'string' && (
        <div className={classes.itemActions}>
          {(state.kind === 'failed' || state.kind === 'unreadable') && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('evidence.retryOf', { name: file.name })}
              onClick={() => {
                attachAgain(key);
                onLeft();
              }}
            >
              {t('evidence.retry')}
            </Button>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('evidence.dismissOf', { name: file.name })}
            onClick={() => {
              dismissAttempt(key);
              onLeft();
            }}
          >
            {t('evidence.dismiss')}
          </Button>
        </div>
      )}
    </li>
  );
}

function obstacleText(t: TFunction, obstacle: Exclude<Attempt['state'], string>): string {
  const why =
    obstacle.kind === 'failed'
      ? sentence(obstacle.message)
      : t(`evidence.obstacle.${obstacle.kind}`, {
          size: sizeText(largestEvidence),
          n: numberText(evidenceLimit),
        });
  return t('evidence.notAttached', { why });
}
