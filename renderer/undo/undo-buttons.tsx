import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../criteria/change.ts';
import { changeText } from '../history/change-text.ts';
import { useShortcut } from '../keys/key-listener.ts';
import { shortcutText } from '../keys/shortcuts.ts';
import { isLocked } from '../session/assessment-session.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import { fallSilent, say } from './said.ts';
import { SaidNotice } from './said-notice.tsx';
import { stepAddress } from './step-address.ts';
import classes from './undo.module.css';

/** Changes of one step that are named; the others are counted. */
const namedAtMost = 2;

/** Takes steps back and does them again, by button or keys, and says what that changed. */
export function UndoButtons() {
  const { t } = useTranslation();
  const session = useSession();
  const set = useSessionState(({ copy }) => copy.set);
  const id = useSessionState(({ assessment }) => assessment.id);
  const locked = useSessionState(isLocked);
  const canUndo = useSessionState(({ undo }) => undo.done.length > 0) && !locked;
  const canRedo = useSessionState(({ undo }) => undo.undone.length > 0) && !locked;
  useEffect(() => fallSilent, []);

  function tell(step: Step | null, outcome: 'undone' | 'redone', nothing: 'nothingToUndo' | 'nothingToRedo') {
    if (step === null) {
      say({ text: t(`undo.${nothing}`) });
      return;
    }
    const named = step.slice(0, namedAtMost).map((change) => changeText(t, set, change));
    const more = step.length - named.length;
    const what =
      more > 0 ? t('undo.andMore', { named: named.join('; '), n: numberText(more) }) : named.join('; ');
    say({
      text: t(`undo.${outcome}`, { what }),
      link: { address: stepAddress(set, id, step), text: t('undo.toField') },
    });
  }

  const undo = () => tell(session.undo(), 'undone', 'nothingToUndo');
  const redo = () => tell(session.redo(), 'redone', 'nothingToRedo');
  useShortcut('undo', undo);
  useShortcut('redo', redo);

  return (
    <div className={classes.undo}>
      <StepButton label={t('undo.undo')} keys={shortcutText('undo')} enabled={canUndo} onPress={undo} />
      <StepButton label={t('undo.redo')} keys={shortcutText('redo')} enabled={canRedo} onPress={redo} />
      <SaidNotice />
    </div>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly enabled: boolean;
  readonly onPress: () => void;
}

function StepButton({ label, keys, enabled, onPress }: StepButtonProps) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      title={`${label} (${keys})`}
      // NOTE: not disabled, because a disabled button that had the focus loses it to nowhere.
      aria-disabled={!enabled}
      {...(!enabled && { 'data-disabled': true })}
      onClick={() => enabled && onPress()}
    >
      {label}
    </Button>
  );
}
