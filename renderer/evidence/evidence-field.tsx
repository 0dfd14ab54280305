import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EvidenceItem, evidenceKey, sizeText } from '../../criteria/evidence.ts';
import { largestEvidence } from '../../electron/api.ts';
import { shortcutText } from '../keys/shortcuts.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { saidName, say } from '../undo/said.ts';
import { attach } from './attaching.ts';
import { AttemptList } from './attempt-list.tsx';
import classes from './evidence.module.css';
import { EvidenceEntry } from './evidence-entry.tsx';
import { useEvidenceFaults } from './evidence-faults.ts';
import { PaperField } from './paper-field.tsx';

interface EvidenceFieldProps {
  readonly indicator: string;
  readonly readOnly: boolean;
}

const none: readonly EvidenceItem[] = [];

/** What proves the answer of an indicator: files and photos that are kept with it, and papers that stay in the office. */
export function EvidenceField({ indicator, readOnly }: EvidenceFieldProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const session = useSession();
  const items = useSessionState(({ copy }) => copy.evidence[indicator] ?? none);
  const { missing, altered } = useEvidenceFaults();
  const [writing, setWriting] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const attachButton = useRef<HTMLButtonElement>(null);

  function faultOf(item: EvidenceItem): 'missing' | 'altered' | null {
    if (missing.some(({ sha256 }) => sha256 === evidenceKey(item))) return 'missing';
    return altered.some(({ sha256 }) => sha256 === evidenceKey(item)) ? 'altered' : null;
  }

  function remove(item: EvidenceItem) {
    const key = evidenceKey(item);
    session.setEvidence(
      indicator,
      items.filter((other) => evidenceKey(other) !== key),
    );
    const name = item.kind === 'file' ? item.name : item.text;
    say({ text: t('evidence.removed', { name: saidName(name), keys: shortcutText('undo') }) });
    // What was pressed is gone: on to what can be done next.
    attachButton.current?.focus();
  }

  return (
    <section aria-labelledby={titleId} className={classes.field}>
      <p id={titleId} className={classes.title}>
        {t('evidence.titleOf', { id: indicator })}
      </p>
      {!readOnly && <p className={classes.hint}>{t('evidence.hint', { size: sizeText(largestEvidence) })}</p>}
      {readOnly && items.length === 0 && <p className={classes.hint}>{t('evidence.none')}</p>}
      {items.length > 0 && (
        <ul className={classes.items}>
          {items.map((item) => (
            <EvidenceEntry
              key={evidenceKey(item)}
              indicator={indicator}
              item={item}
              fault={faultOf(item)}
              {...(!readOnly && { onRemove: () => remove(item) })}
            />
          ))}
        </ul>
      )}
      <AttemptList indicator={indicator} onLeft={() => attachButton.current?.focus()} />
      {!readOnly && (
        <div className={classes.actions}>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t('evidence.attachTo', { id: indicator })}
            onChange={(event) => {
              attach(session, indicator, [...(event.currentTarget.files ?? [])]);
              // So that the same file can be chosen again.
              event.currentTarget.value = '';
            }}
          />
          <Button
            ref={attachButton}
            variant="default"
            size="compact-sm"
            aria-label={t('evidence.attachTo', { id: indicator })}
            onClick={() => picker.current?.click()}
          >
            {t('evidence.attach')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('evidence.paperTo', { id: indicator })}
            aria-expanded={writing}
            onClick={() => setWriting(!writing)}
          >
            {t('evidence.paper')}
          </Button>
        </div>
      )}
      {writing && !readOnly && (
        <PaperField
          items={items}
          onAdd={(item) => {
            session.setEvidence(indicator, [...items, item]);
            setWriting(false);
            say({ text: t('evidence.paperAdded', { name: saidName(item.text) }) });
            attachButton.current?.focus();
          }}
        />
      )}
    </section>
  );
}
