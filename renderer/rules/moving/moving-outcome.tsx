import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImpactLine } from '../../../criteria/rules/impact.ts';
import { whoWorks } from '../../assessors/working.ts';
import { Announced } from '../../frame/announced.tsx';
import { Folded } from '../../frame/folded.tsx';
import { Notice } from '../../frame/notice.tsx';
import { focusHeading } from '../../frame/screen.tsx';
import { sentence } from '../../frame/sentence.ts';
import { paths } from '../../paths.ts';
import { forgetSession, settleSession } from '../../session/open-sessions.ts';
import { numberText } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';
import type { Moved } from './move-one.ts';
import classes from './moving.module.css';
import { failuresOf, forgetMovingRun, leftOf, type MovingRun, moveAll, movedLines } from './moving-run.ts';

interface MovingOutcomeProps {
  readonly run: MovingRun;
  /** The assessments as they were worked out anew after the run. */
  readonly known: readonly ImpactLine[];
}

/** What was moved, what was not and why, and the way to try that again. */
export function MovingOutcome({ run, known }: MovingOutcomeProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { to, lines } = run;
  const [moved, failures, left] = [movedLines(run), failuresOf(run), leftOf(run)];
  const open = new Set([...failures.map(({ line }) => line.id), ...left.map(({ id }) => id)]);
  // NOTE: as they are now, so that nothing is moved whose difference was never shown.
  const again = known.filter(
    ({ id, status, effect }) => open.has(id) && status === 'draft' && effect !== 'impossible',
  );
  const values = { moved: numberText(moved.length), total: numberText(lines.length), version: to.version };
  const title = run.stopping && left.length > 0 ? 'stopped' : failures.length > 0 ? 'some' : 'all';
  const retry = () => {
    const tools = { call, settle: settleSession, forget: forgetSession, by: whoWorks };
    void moveAll(tools, again, to);
  };
  return (
    <Announced>
      <Notice
        tone={failures.length === 0 && left.length === 0 ? 'good' : 'provisional'}
        title={t(`moving.result.${title}`, { ...values, n: values.moved })}
        announce="status"
      >
        {failures.length > 0 && (
          <>
            <p>{t('moving.result.failures')}</p>
            <ul className={classes.results}>
              {failures.map(({ line: { id, unit, year }, moved: why }) => (
                <li key={id}>
                  <Link
                    href={paths.assessment(id)}
                    aria-label={t('moving.result.openOf', { unit: unit.name, year })}
                  >
                    {unit.name}
                  </Link>
                  , {t('moving.year', { year })}: {reasonText(t, why)}
                </li>
              ))}
            </ul>
          </>
        )}
        {left.length > 0 && <p>{t('moving.result.left', { n: numberText(left.length) })}</p>}
        {moved.length > 0 && <MovedList lines={moved} />}
        <div className={classes.actions}>
          {again.length > 0 && (
            <Button variant="default" onClick={retry}>
              {t(failures.length === 0 ? 'moving.result.goOn' : 'moving.result.retry', {
                n: numberText(again.length),
              })}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              forgetMovingRun();
              focusHeading();
            }}
          >
            {t('moving.result.close')}
          </Button>
        </div>
      </Notice>
    </Announced>
  );
}

function reasonText(t: TFunction, why: Moved): string {
  switch (why.kind) {
    case 'moved':
      return '';
    case 'unsaved':
    case 'changed':
      return t(`moving.result.${why.kind}`);
    case 'final':
      return sentence(t('moving.result.final'));
    case 'refused':
      return sentence(why.message);
    case 'unknown':
      return t('moving.result.uncertain', { message: sentence(why.message) });
  }
}

function MovedList({ lines }: { readonly lines: readonly ImpactLine[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(lines.length <= 12);
  return (
    <Folded open={open} onOpen={setOpen} summary={t('moving.result.moved', { n: numberText(lines.length) })}>
      <ul className={classes.results}>
        {lines.map(({ id, unit, year }) => (
          <li key={id}>
            <Link
              href={paths.assessment(id)}
              aria-label={t('moving.result.openOf', { unit: unit.name, year })}
            >
              {unit.name}
            </Link>
            , {t('moving.year', { year })}
          </li>
        ))}
      </ul>
    </Folded>
  );
}
