import { useTranslation } from 'react-i18next';
import { Announced } from '../../frame/announced.tsx';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Part } from '../../frame/part.tsx';
import { numberText } from '../../wording.ts';
import classes from './moving.module.css';
import { leftOf, type MovingRun, stopMoving } from './moving-run.ts';

/** How far moving has come, and the way to stop it. */
export function MovingProgress({ run }: { readonly run: MovingRun }) {
  const { t } = useTranslation();
  const { to, lines, outcomes, stopping } = run;
  const title = t('moving.run.title', { version: to.version });
  const total = numberText(lines.length);
  const count = t('moving.run.count', {
    done: numberText(outcomes.length),
    total,
  });
  // Said ten times at most, so that a screen reader can follow however many there are.
  const tenths = Math.floor((outcomes.length * 10) / lines.length);
  const [now] = leftOf(run);
  return (
    <Announced>
      <Part title={title}>
        <div className={classes.progressLine}>
          <progress
            className={classes.progress}
            aria-label={title}
            aria-valuetext={count}
            value={outcomes.length}
            max={lines.length}
          />
          <strong className={classes.count}>{count}</strong>
          <BusyButton variant="default" busy={stopping} onClick={stopMoving}>
            {t(stopping ? 'moving.run.stopping' : 'moving.run.stop')}
          </BusyButton>
        </div>
        <p className={classes.quiet}>{now !== undefined && t('moving.run.now', { unit: now.unit.name })}</p>
        <p role="status" className="visually-hidden">
          {tenths > 0 &&
            t('moving.run.count', { done: numberText(Math.floor((tenths * lines.length) / 10)), total })}
        </p>
        <p className={classes.quiet}>{t('moving.run.leave')}</p>
      </Part>
    </Announced>
  );
}
