import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { factOf } from '../../criteria/lookup.ts';
import type { Fact } from '../../criteria/schema.ts';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised, numberText } from '../wording.ts';
import classes from './criterion.module.css';
import { FigureField } from './figure-field.tsx';
import { criteriaUsing } from './set-lookup.ts';

interface AskedFigureProps {
  /** The id of the fact. */
  readonly fact: string;
  /** The criterion on whose page this is. */
  readonly criterion: string;
  readonly readOnly: boolean;
  readonly wanted: boolean;
}

/**
 * A fact is asked once, by the first criterion that counts with it. On the pages of the others it can be answered as
 * long as it is not; what was a field stays one until the page is left, so that it never changes under the cursor.
 */
export function AskedFigure({ fact: id, criterion, readOnly, wanted }: AskedFigureProps) {
  const set = useSessionState(({ copy }) => copy.set);
  const open = useSessionState(({ copy }) => typeof copy.answers[id] !== 'number' || id in copy.refused);
  const fact = factOf(set, id);
  const using = criteriaUsing(set, id);
  const [home = criterion] = using;
  const mustBeField = home === criterion || wanted || open;
  const [wasField, setWasField] = useState(mustBeField);
  if (mustBeField && !wasField) setWasField(true);
  return mustBeField || wasField ? (
    <FigureField
      fact={fact}
      alsoUsedIn={using.filter((other) => other !== criterion)}
      readOnly={readOnly}
      wanted={wanted}
    />
  ) : (
    <EnteredElsewhere fact={fact} home={home} readOnly={readOnly} />
  );
}

interface EnteredElsewhereProps {
  readonly fact: Fact;
  readonly home: string;
  readonly readOnly: boolean;
}

function EnteredElsewhere({ fact, home, readOnly }: EnteredElsewhereProps) {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const value = useSessionState(({ copy }) => copy.answers[fact.id]);
  const label = localised(fact.label);
  const way = t(readOnly ? 'criterion.viewAt' : 'criterion.editAt', { criterion: home });
  return (
    <p className={classes.elsewhere}>
      {t('criterion.enteredAt', {
        label,
        value: typeof value === 'number' ? numberText(value) : t('walk.notYet'),
        criterion: home,
      })}{' '}
      <Link href={paths.answer(id, home, fact.id)} aria-label={`${way}: ${label}`}>
        {way}
      </Link>
    </p>
  );
}
