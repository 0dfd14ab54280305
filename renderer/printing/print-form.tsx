import { Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../criteria/wording.ts';
import {
  type ApiError,
  type AssessmentSummary,
  type UnitDocumentKind,
  unitDocumentKinds,
} from '../../electron/api.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { startBatch } from './batch-store.ts';
import { type Choice, type ChoiceField, choiceFaults, outlookOf, requestOf } from './choice.ts';
import { choose, useChoice } from './choice-store.ts';
import classes from './printing.module.css';
import { UnitChoice } from './unit-choice.tsx';

interface PrintFormProps {
  readonly year: number;
  readonly units: readonly AssessmentSummary[];
  readonly suggestedFolder: string;
}

/** What to print and where to, and the start of it. */
export function PrintForm({ year, units, suggestedFolder }: PrintFormProps) {
  const { t } = useTranslation();
  const known = useChoice();
  const choice: Choice = { ...known, folder: known.folder ?? suggestedFolder };
  // Errors show from the first attempt on, and then follow every change.
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [starting, setStarting] = useState(false);
  const element = useRef<HTMLFormElement>(null);

  const faults = choiceFaults(choice, units);
  const faultOf = (field: ChoiceField) =>
    tried && faults.includes(field) ? sentence(t(`printing.fault.${field}`)) : undefined;
  const folderRefused = refused?.path === 'folder' ? sentence(refused.message) : undefined;
  const toFirstFault = () => requestAnimationFrame(() => firstFault(element.current)?.focus());

  async function start(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setRefused(null);
    if (faults.length > 0) {
      toFirstFault();
      return;
    }
    const request = requestOf(choice, year, units);
    choose({ folder: request.folder });
    setStarting(true);
    const error = await startBatch(request);
    setStarting(false);
    setRefused(error);
    if (error !== null) toFirstFault();
  }

  return (
    <form ref={element} className={classes.stack} noValidate onSubmit={(event) => void start(event)}>
      <Part title={t('printing.units.title')}>
        <UnitChoice year={year} units={units} fault={faultOf('units')} />
      </Part>
      <Part title={t('printing.kinds.title')}>
        <KindChoice year={year} choice={choice} fault={faultOf('kinds')} />
      </Part>
      <Part title={t('printing.folder.title')}>
        <TextInput
          className={classes.folderField}
          label={t('printing.folder.label')}
          description={t('printing.folder.hint')}
          error={faultOf('folder') ?? folderRefused}
          autoComplete="off"
          spellCheck={false}
          value={choice.folder}
          onChange={(event) => {
            setRefused(null);
            choose({ folder: event.currentTarget.value });
          }}
        />
        {refused !== null && folderRefused === undefined && (
          <FailureNotice title={t('printing.startFailed')} message={refused.message} />
        )}
        <div className={classes.actions}>
          <BusyButton type="submit" busy={starting}>
            {t(starting ? 'printing.starting' : 'printing.start')}
          </BusyButton>
          <OutlookWords choice={choice} units={units} />
        </div>
      </Part>
    </form>
  );
}

interface KindChoiceProps {
  readonly year: number;
  readonly choice: Choice;
  readonly fault: string | undefined;
}

function KindChoice({ year, choice, fault }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.kinds}>
      <Checkbox.Group
        label={t('printing.kinds.ofUnits')}
        error={fault}
        value={[...choice.kinds]}
        onChange={(kinds) => choose({ kinds: unitDocumentKinds.filter((kind) => kinds.includes(kind)) })}
        data-fault={fault !== undefined || undefined}
      >
        <div className={classes.options}>
          {unitDocumentKinds.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`documents.name.${kind}`)}
              description={aboutKind(kind)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('printing.kinds.more')}
        value={[...(choice.summary ? ['summary'] : []), ...(choice.merged ? ['merged'] : [])]}
        onChange={(more) => choose({ summary: more.includes('summary'), merged: more.includes('merged') })}
      >
        <div className={classes.options}>
          <Checkbox
            value="summary"
            label={t('printing.kinds.summary', { year })}
            description={t('printing.kinds.summaryHint')}
          />
          <Checkbox value="merged" label={t('printing.kinds.merged')} />
        </div>
      </Checkbox.Group>
    </div>
  );

  function aboutKind(kind: UnitDocumentKind): string | undefined {
    if (kind === 'certificate') return t('printing.kinds.certificate');
    return kind === 'checklist' ? t('documents.about.checklist') : undefined;
  }
}

/** What the press of the button is going to bring. */
function OutlookWords({
  choice,
  units,
}: {
  readonly choice: Choice;
  readonly units: readonly AssessmentSummary[];
}) {
  const { t } = useTranslation();
  const { documents, withoutCertificate, drafts } = outlookOf(choice, units);
  return (
    <p role="status" className={classes.outlook}>
      {t('printing.outlook.documents', { n: numberText(documents) })}{' '}
      {withoutCertificate > 0 &&
        t('printing.outlook.withoutCertificate', { n: numberText(withoutCertificate) })}{' '}
      {drafts > 0 && t('printing.outlook.drafts', { n: numberText(drafts) })}
    </p>
  );
}

/** The first field with an error; of a group, its first box. */
function firstFault(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>('input[aria-invalid="true"], [data-fault] input') ?? null;
}
