import { useTranslation } from 'react-i18next';
import { ProvisionalMark, VerdictMark } from '../frame/marks.tsx';
import { useSessionState } from '../session/use-session.ts';
import { numberText, passText, reasonText } from '../wording.ts';
import classes from './check.module.css';

/** The verdict with every reason for it. */
export function VerdictReasons() {
  const { t } = useTranslation();
  const { set, scorecard } = useSessionState(({ copy }) => copy);
  const { verdict, total, max, reasons, provisional } = scorecard;
  return (
    <>
      <p className={classes.verdict}>
        <VerdictMark verdict={verdict} /> {provisional && <ProvisionalMark />}{' '}
        <strong>{t('points.ofMax', { points: numberText(total), max: numberText(max) })}</strong>
      </p>
      {reasons.length === 0 ? (
        <p>{passText(set, scorecard)}</p>
      ) : (
        <ul className={classes.reasons}>
          {reasons.map((reason) => {
            const text = reasonText(set, reason);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      )}
    </>
  );
}
