import { Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../criteria/assessment.ts';
import { type ApiError, type UnitDocumentKind, unitDocumentKinds } from '../../electron/api.ts';
import { ChooseFolder } from '../desktop/choose-folder.tsx';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { ofThisWindow } from '../session/open-sessions.ts';
import { startBatch } from './batch-store.ts';
import { type Choice, hasFolder, nothingToPrint, outlookOf, requestOf, type YearList } from './choice.ts';
import { choose, useChoice } from './choice-store.ts';
import { heldFigures } from './held-figures.ts';
import { HeldNotice } from './held-notice.tsx';
import { OutlookWords } from './outlook-words.tsx';
import classes from './printing.module.css';
import { UnitChoice } from './unit-choice.tsx';

interface PrintFormProps {
  readonly year: number;
  readonly list: YearList;
  readonly suggestedFolder: string;
}

/** What to print and where to, and the start of it. */
export function PrintForm({ year, list, suggestedFolder }: PrintFormProps) {
  const { t } = useTranslation();
  const known = useChoice();
  const choice: Choice = { ...known, folder: known.folder ?? suggestedFolder };
  // A missing folder shows from the first attempt on.
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [held, setHeld] = useState<readonly Assessment[]>([]);
  const [starting, setStarting] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const outlookId = useId();

  const outlook = outlookOf(choice, year, list);
  const nothing = nothingToPrint(choice, outlook);
  const folderMissing = tried && !hasFolder(choice) ? sentence(t('printing.noFolder')) : undefined;
  const folderRefused = refused?.path === 'folder' ? sentence(refused.message) : undefined;

  function chooseFolder(path: string) {
    setRefused(null);
    choose({ folder: path });
  }

  async function start(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setRefused(null);
    setHeld([]);
    if (!hasFolder(choice)) {
      folder.current?.focus();
      return;
    }
    const request = requestOf(choice, year, list.assessments);
    choose({ folder: request.folder });
    setStarting(true);
    const unsaved = await heldFigures(request, ofThisWindow);
    const error = unsaved.length > 0 ? null : await startBatch(request);
    setStarting(false);
    setHeld(unsaved);
    setRefused(error);
    if (error?.path === 'folder') folder.current?.focus();
  }

  return (
    <form className={frame.stack} noValidate onSubmit={(event) => void start(event)}>
      <Part title={t('printing.units.title')}>
        <UnitChoice year={year} units={list.assessments} />
      </Part>
      <Part title={t('printing.kinds.title')}>
        <KindChoice year={year} choice={choice} />
      </Part>
      <Part title={t('printing.folder.title')}>
        <div className={classes.folder}>
          <TextInput
            ref={folder}
            className={classes.folderField}
            label={t('printing.folder.label')}
            description={t('printing.folder.hint')}
            error={folderMissing ?? folderRefused}
            autoComplete="off"
            spellCheck={false}
            value={choice.folder}
            onChange={(event) => chooseFolder(event.currentTarget.value)}
          />
          <ChooseFolder purpose="printing" from={choice.folder} onChosen={chooseFolder} />
        </div>
        {refused !== null && folderRefused === undefined && (
          <FailureNotice title={t('printing.startFailed')} message={refused.message} />
        )}
        <HeldNotice held={held} />
        <div className={classes.actions}>
          <BusyButton type="submit" busy={starting || nothing !== null} aria-describedby={outlookId}>
            {t(starting ? 'printing.starting' : 'printing.start')}
          </BusyButton>
          <p id={outlookId} role="status" className={classes.outlook}>
            {nothing === null ? (
              <OutlookWords outlook={outlook} merged={choice.merged} />
            ) : (
              t(`printing.nothing.${nothing}`)
            )}
          </p>
        </div>
      </Part>
    </form>
  );
}

interface KindChoiceProps {
  readonly year: number;
  readonly choice: Choice;
}

function KindChoice({ year, choice }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.kinds}>
      <Checkbox.Group
        label={t('printing.kinds.ofUnits')}
        value={[...choice.kinds]}
        onChange={(kinds) => choose({ kinds: unitDocumentKinds.filter((kind) => kinds.includes(kind)) })}
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
            label={t('documents.name.summary', { year })}
            description={t('printing.kinds.summaryHint')}
          />
          <Checkbox value="merged" label={t('printing.kinds.merged')} />
        </div>
      </Checkbox.Group>
    </div>
  );

  function aboutKind(kind: UnitDocumentKind): string | undefined {
    if (kind === 'certificate') return t('printing.kinds.certificate');
    return kind === 'checklist' || kind === 'evidence' ? t(`documents.about.${kind}`) : undefined;
  }
}
