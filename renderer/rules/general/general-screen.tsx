import { Button } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { DeadEnd } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { Part } from '../../frame/part.tsx';
import { ScreenHeading } from '../../frame/screen.tsx';
import { useAction } from '../../keys/actions.ts';
import { paths } from '../../paths.ts';
import { localised } from '../../wording.ts';
import { DraftBar } from '../correcting/draft-bar.tsx';
import { EditingContext } from '../correcting/editing.ts';
import { useDraft, useDraftAgain } from '../draft-store.ts';
import { AuthoritiesPart } from './authorities-part.tsx';
import { rebalanced } from './balance.ts';
import { ClassesPart } from './classes-part.tsx';
import { CalendarPart, TargetsPart } from './dated-parts.tsx';
import { FactsPart } from './facts-part.tsx';
import classes from './general.module.css';
import {
  addElement,
  forgetRow,
  GeneralContext,
  type GeneralDraft,
  type ReadyDraft,
  rowElement,
  thenFocus,
} from './general-draft.ts';
import { NamesPart } from './names-part.tsx';
import { type PartName, partAddresses, partNames, partOfAddress, partOfPlace } from './parts.ts';
import { RecognitionPart } from './recognition-part.tsx';
import { StructurePart } from './structure-part.tsx';
import { TypesPart } from './types-part.tsx';

interface GeneralScreenProps {
  /** Of the set; it names the draft. */
  readonly id: string;
  /** As in the address. */
  readonly part: string | undefined;
}

/** What a set says beside its bands: names, units, dates, and which criteria and indicators there are. */
export function GeneralScreen({ id, part: address }: GeneralScreenProps) {
  const { t } = useTranslation();
  const open = useDraft(id);
  const again = useDraftAgain(id);
  const part = partOfAddress(address);
  if (open.state === 'failed')
    return <DeadEnd title={t('authoring.failed')} message={open.error.message} onRetry={again} />;
  if (part === undefined)
    return (
      <DeadEnd title={t('failure.notFoundTitle')} message={t('failure.notFoundText')}>
        <Link href={paths.draftGeneral(id)}>{t('authoring.title')}</Link>
      </DeadEnd>
    );
  return (
    <main className={`${frame.page} ${frame.stack}`} aria-busy={open.state === 'loading'}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={`~${paths.list()}`}>{t('program.home')}</Link>
        <Link href={paths.rules()}>{t('correcting.room')}</Link>
        <Link href={paths.draft(id)}>{t('correcting.toDraft')}</Link>
      </nav>
      {open.state === 'loading' ? (
        <p role="status">{t('authoring.loading')}</p>
      ) : (
        <EditingContext value={open}>
          <Ready draft={open} part={part} />
        </EditingContext>
      )}
    </main>
  );
}

const parts: Readonly<Record<PartName, ComponentType>> = {
  names: NamesPart,
  types: TypesPart,
  classes: ClassesPart,
  authorities: AuthoritiesPart,
  calendar: CalendarPart,
  targets: TargetsPart,
  recognition: RecognitionPart,
  structure: StructurePart,
  facts: FactsPart,
};

/** What was removed last, for as long as nothing else has changed since. */
interface Removed {
  readonly said: string;
  readonly before: CriteriaSet;
  readonly after: CriteriaSet;
  /** That removed it. */
  readonly button: string;
}

function Ready({ draft, part }: { readonly draft: ReadyDraft; readonly part: PartName }) {
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<Removed | null>(null);
  useAction('save', () => void draft.flush());
  const { set } = draft.draft;
  const general: GeneralDraft = {
    ...draft,
    set,
    remove(said, next, row) {
      thenFocus(
        () => {
          if (draft.change(next) !== null) return;
          forgetRow(draft, row);
          setRemoved({ said, before: set, after: next, button: rowElement(row.list, row.place, 'remove') });
        },
        rowElement(row.list, row.place, 'remove'),
        rowElement(row.list, row.place - 1, 'remove'),
        addElement(row.list),
      );
    },
  };
  const Shown = parts[part];
  const unbalanced = draft.faults.some(({ path }) => path === 'max' || /^criteria\[\d+\]\.max$/.test(path));
  return (
    <GeneralContext value={general}>
      <ScreenHeading title={t('authoring.titleOf', { part: t(`authoring.parts.${part}`) })} />
      <p className={classes.quiet}>
        {t('authoring.draftOf', { title: localised(set.title), version: set.version })}
      </p>
      <PartLinks id={set.id} part={part} faults={draft.faults.map(({ path }) => partOfPlace(path))} />
      <DraftBar criterion={null}>
        {unbalanced && (
          <Button size="compact-sm" variant="default" onClick={() => draft.change(rebalanced(set))}>
            {t('authoring.rebalance')}
          </Button>
        )}
        {removed !== null && removed.after === set && (
          <p role="status" className={classes.removed}>
            {removed.said}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => thenFocus(() => draft.change(removed.before), removed.button)}
            >
              {t('authoring.takeBack')}
            </Button>
          </p>
        )}
      </DraftBar>
      <Part title={t(`authoring.parts.${part}`)}>
        <Shown key={part} />
      </Part>
    </GeneralContext>
  );
}

interface PartLinksProps {
  readonly id: string;
  readonly part: PartName;
  /** The part of each fault. */
  readonly faults: readonly PartName[];
}

function PartLinks({ id, part, faults }: PartLinksProps) {
  const { t } = useTranslation();
  return (
    <nav className={classes.parts} aria-label={t('authoring.partsLabel')}>
      {partNames.map((name) => {
        const wrong = faults.filter((one) => one === name).length;
        return (
          <Link
            key={name}
            href={paths.draftGeneral(id, partAddresses[name])}
            aria-current={name === part ? 'page' : undefined}
          >
            {t(`authoring.parts.${name}`)}
            {wrong > 0 && <span className={classes.wrong}> {t('authoring.faults', { n: wrong })}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
