import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import type { WorkingCopy } from '../session/working-copy.ts';
import { localised, numberText, pointsText } from '../wording.ts';
import { useAction } from './actions.ts';
import { type Result, SearchDialog } from './search-dialog.tsx';
import { answerOf, type Place, placesOf, searchPlaces } from './search-places.ts';
import { shortcutText } from './shortcuts.ts';

/** Search over everything that the open assessment asks. */
export function SearchButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useAction('search', () => setOpen(true));
  return (
    <>
      <Button variant="default" size="compact-sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('keys.searchButton', { keys: shortcutText('search') })}
      </Button>
      {open && <AssessmentSearch onClose={() => setOpen(false)} />}
    </>
  );
}

function AssessmentSearch({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { id } = useSession().store.getState().assessment;
  const copy = useSessionState((state) => state.copy);
  const places = useMemo(() => placesOf(copy.set, localised), [copy.set]);

  const result = (place: Place): Result => {
    const answer = answerOf(place, (fact) => (copy.answers[fact] ?? null) !== null);
    return {
      address:
        answer === null
          ? paths.criterion(id, place.criterion.id)
          : paths.answer(id, place.criterion.id, answer),
      title: place.kind === 'fact' ? place.label : t('tasks.numbered', { id: place.id, name: place.label }),
      about: t('keys.about', {
        criterion: t('keys.ofCriterion', { id: place.criterion.id }),
        status: statusOf(place, copy) ?? t('walk.notYet'),
      }),
    };
  };

  return (
    <SearchDialog
      label={t('keys.searchAssessment')}
      hint={t('keys.searchAssessmentHint')}
      nothing={t('keys.nothingFound')}
      find={(query) => unique(searchPlaces(places, query).map(result))}
      onClose={onClose}
    />
  );
}

/** How a place stands: the figure that was given, otherwise the points. Null where there is no figure. */
function statusOf(
  { kind, id, criterion, indicator }: Place,
  { answers, scorecard }: WorkingCopy,
): string | null {
  if (kind === 'fact') {
    const value = answers[id];
    return typeof value === 'number' ? numberText(value) : null;
  }
  const score = scorecard.criteria.find((candidate) => candidate.id === criterion.id);
  const own =
    kind === 'criterion' ? score : score?.indicators.find((candidate) => candidate.id === indicator?.id);
  return own === undefined ? null : pointsText(own);
}

/** Several results can lead to one field; the best of them stands for all. */
function unique(results: readonly Result[]): readonly Result[] {
  const known = new Set<string>();
  return results.filter(({ address }) => !known.has(address) && known.add(address));
}
