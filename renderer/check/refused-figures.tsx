import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { factOf } from '../../criteria/lookup.ts';
import { Part } from '../frame/part.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { longNotes, noteExcess } from '../session/working-copy.ts';
import { refusalText } from '../walk/refusal-text.ts';
import { criteriaUsing, criterionOf } from '../walk/set-lookup.ts';
import { localised, numberText } from '../wording.ts';
import classes from './check.module.css';

/** What stands on the screen and was refused, so that it is neither saved nor scored. */
export function RefusedFigures() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const copy = useSessionState((state) => state.copy);
  const { set, refused, notes } = copy;
  const facts = Object.entries(refused);
  const long = longNotes(copy);
  if (facts.length + long.length === 0) return null;
  return (
    <Part title={t('check.refusedTitle')}>
      <ul className={classes.reasons}>
        {facts.map(([fact, refusal]) => (
          <li key={fact}>
            <Link href={paths.answer(id, criteriaUsing(set, fact)[0] ?? '', fact)}>
              {localised(factOf(set, fact).label)}
            </Link>
            : {refusalText(t, refusal)}
          </li>
        ))}
        {long.map((indicator) => (
          <li key={indicator}>
            <Link href={paths.criterion(id, criterionOf(set, indicator))}>
              {t('walk.note', { id: indicator })}
            </Link>
            : {t('walk.noteTooLong', { n: numberText(noteExcess(notes[indicator] ?? '')) })}
          </li>
        ))}
      </ul>
    </Part>
  );
}
