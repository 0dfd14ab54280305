import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../criteria/rules/rules.ts';
import { useReading } from './reading-context.ts';

/** Confirms what is still open of a criterion in one go; only offered where that is more than one rule. */
export function ConfirmCriterion({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const { underWay, lastPlace, confirm } = useReading();
  const open = rules.filter(({ key, confirmed }) => !confirmed && !underWay.has(key));
  if (open.length < 2) return null;
  return (
    <p>
      <Button
        size="compact-sm"
        variant="default"
        disabled={lastPlace.trim() === ''}
        onClick={() =>
          void confirm(
            open.map(({ key }) => key),
            lastPlace,
          )
        }
      >
        {lastPlace.trim() === ''
          ? t('rules.confirmCriterionFirst', { n: open.length })
          : t('rules.confirmCriterion', { n: open.length, place: lastPlace })}
      </Button>
    </p>
  );
}
