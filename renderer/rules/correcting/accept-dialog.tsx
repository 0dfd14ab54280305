import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { useWorking } from '../../assessors/working.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { sentence } from '../../frame/sentence.ts';
import { todayIso } from '../../frame/time.ts';
import { useLoaded } from '../../frame/use-loaded.ts';
import { setsChanged } from '../../program.ts';
import { localised } from '../../wording.ts';
import { besideEachOther, differing } from '../changed-lines.ts';
import { forgetDraft } from '../draft-store.ts';
import { useRoomCall } from '../room-call.ts';
import { linesOfRule } from '../rule-lines.ts';
import { ruleName } from '../rule-words.ts';
import classes from './correcting.module.css';
import { useEditing } from './editing.ts';
import { ImpactPanel } from './impact-panel.tsx';
import { removedRules } from './removed-rules.ts';
import type { ShownImpact } from './use-impact.ts';

interface AcceptDialogProps {
  readonly impact: ShownImpact;
  readonly onClose: () => void;
  readonly onPublished: (set: CriteriaSet) => void;
}

/** Says all that a new version changes before it is one. */
export function AcceptDialog({ impact, onClose, onPublished }: AcceptDialogProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { draft, accept } = useEditing();
  const { set, basedOn } = draft;
  const by = useWorking((state) => state.name);
  const { loaded } = useLoaded(() => call('criteria.overview', {}), 'overview');
  const inUse = loaded.state === 'ready' ? loaded.value.inUse : null;
  const basisInUse = inUse?.id === basedOn.id && inUse.version === basedOn.version;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const mayBeUsed = set.fictional !== true || basisInUse;
  // A set that is not in force yet, or of another decision, is only used when somebody says so.
  const usual = basisInUse && set.id === basedOn.id && set.validFrom <= todayIso();
  const use = mayBeUsed && (chosen ?? usual);

  // Nobody publishes before it is known what that changes.
  const waits = loaded.state === 'loading' || (impact.stale && impact.error === null);

  async function confirm() {
    setBusy(true);
    const reply = await accept(by, use);
    setBusy(false);
    if (!reply.ok) return setError(reply.error.message);
    await setsChanged();
    onPublished(reply.value.set);
    forgetDraft(call, set.id);
  }
  return (
    <Dialog
      title={t('correcting.accepting.title', { version: set.version, title: localised(set.title) })}
      onClose={busy ? () => undefined : onClose}
    >
      <div className={classes.accepting}>
        <Changes />
        <h3>{t('correcting.impact.title')}</h3>
        <ImpactPanel {...impact} unfinished={false} />
      </div>
      {mayBeUsed && (
        <Checkbox
          className={classes.use}
          label={t('correcting.accepting.use')}
          checked={use}
          onChange={(event) => setChosen(event.currentTarget.checked)}
        />
      )}
      {by !== null && <p>{t('correcting.accepting.by', { by })}</p>}
      {error !== null && <p role="alert">{sentence(error)}</p>}
      <DialogActions>
        <BusyButton variant="default" data-first-focus busy={busy} onClick={onClose}>
          {t('correcting.accepting.cancel')}
        </BusyButton>
        <BusyButton busy={busy || waits} onClick={() => void confirm()}>
          {t('correcting.accept', { version: set.version })}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}

/** Which rules say something else, from what to what, and which of them were read nowhere yet. */
function Changes() {
  const { t } = useTranslation();
  const { draft, base, changed } = useEditing();
  const { set, readIn } = draft;
  const isNew = set.id !== base.set.id;
  const removed = removedRules(set, base.set);
  const unread = changed.filter((key) => readIn[key] === undefined);
  return (
    <>
      <h3>
        {isNew
          ? t('correcting.accepting.newSet', { count: changed.length })
          : t('correcting.accepting.changes', { count: changed.length })}
      </h3>
      {!isNew && (
        <ul className={classes.changes}>
          {changed.map((key) => (
            <li key={key}>
              <strong>{ruleName(t, set, key)}</strong>
              <ul>
                {differing(besideEachOther(linesOfRule(t, base.set, key), linesOfRule(t, set, key))).map(
                  ({ key: line, name, before, after }) => (
                    <li key={line}>
                      {t('correcting.accepting.row', {
                        title: name,
                        before: before ?? t('correcting.nothing'),
                        after: after ?? t('correcting.nothing'),
                      })}
                    </li>
                  ),
                )}
              </ul>
            </li>
          ))}
          {removed.map((key) => (
            <li key={key}>
              <strong>{t('correcting.accepting.removed', { rule: ruleName(t, base.set, key) })}</strong>
            </li>
          ))}
        </ul>
      )}
      {unread.length > 0 && !isNew && (
        <>
          <p>{t('correcting.accepting.unread')}</p>
          <ul className={classes.changes}>
            {unread.map((key) => (
              <li key={key}>{ruleName(t, set, key)}</li>
            ))}
          </ul>
        </>
      )}
      {unread.length > 0 && isNew && <p>{t('correcting.accepting.unreadNew', { count: unread.length })}</p>}
    </>
  );
}
