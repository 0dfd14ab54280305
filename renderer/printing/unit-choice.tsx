import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { placeText } from '../../criteria/unit.ts';
import type { AssessmentSummary } from '../../electron/api.ts';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { arranged } from '../list/arrange.ts';
import { numberText, verdictText } from '../wording.ts';
import { choose, chooseUnits, useChoice } from './choice-store.ts';
import classes from './printing.module.css';

const pageSize = 60;

interface UnitChoiceProps {
  readonly year: number;
  readonly units: readonly AssessmentSummary[];
}

/** All units of the year, or some of them, to be found and ticked. */
export function UnitChoice({ year, units }: UnitChoiceProps) {
  const { t } = useTranslation();
  const whole = useChoice((state) => state.whole);
  return (
    <>
      <Radio.Group
        aria-label={t('printing.units.title')}
        value={whole ? 'whole' : 'chosen'}
        onChange={(value) => choose({ whole: value === 'whole' })}
      >
        <div className={classes.sources}>
          <Radio value="whole" label={t('printing.units.whole', { n: numberText(units.length), year })} />
          <Radio value="chosen" label={t('printing.units.chosen')} />
        </div>
      </Radio.Group>
      {!whole && <ChosenUnits units={units} />}
    </>
  );
}

function ChosenUnits({ units }: Omit<UnitChoiceProps, 'year'>) {
  const { t } = useTranslation();
  const { ids, filter, page } = useChoice();
  const found = arranged(units, filter, { by: 'name', descending: false });
  const part = paged(found, page, pageSize);
  const filtered = found.length < units.length;
  const n = numberText(found.length);
  const chosen = units.filter(({ id }) => ids.has(id)).length;
  const all = found.map(({ id }) => id);
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.filter}
          label={t('printing.units.filter')}
          autoComplete="off"
          value={filter}
          // NOTE: Enter in a field otherwise presses the button of its form, and prints.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onChange={(event) => useChoice.setState({ filter: event.currentTarget.value, page: 1 })}
        />
        <Button variant="default" disabled={found.length === 0} onClick={() => chooseUnits(all, true)}>
          {filtered ? t('printing.units.chooseFound', { n }) : t('printing.units.chooseAll')}
        </Button>
        <Button variant="default" disabled={found.length === 0} onClick={() => chooseUnits(all, false)}>
          {filtered ? t('printing.units.dropFound', { n }) : t('printing.units.dropAll')}
        </Button>
      </div>
      <p role="status" className={classes.quiet}>
        {t('printing.units.count', { chosen: numberText(chosen), total: numberText(units.length) })}{' '}
        {found.length === 0
          ? t('printing.units.noMatch', { filter })
          : filtered && t('printing.units.found', { n })}
      </p>
      <Pages
        below
        label={t('printing.units.pages')}
        paged={part}
        onPage={(next) => useChoice.setState({ page: next })}
      />
      <ul className={classes.units} aria-label={t('printing.units.group')}>
        {part.items.map((summary) => (
          <li key={summary.id}>
            <Checkbox
              label={summary.unit.name}
              description={t('printing.units.line', {
                place: placeText(summary.unit),
                status: t(`status.${summary.status}`),
                verdict: verdictText(summary.verdict).toLocaleLowerCase('vi'),
              })}
              checked={ids.has(summary.id)}
              onChange={(event) => chooseUnits([summary.id], event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
