import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../criteria/change.ts';
import { useAction } from '../keys/actions.ts';
import { shortcutText } from '../keys/shortcuts.ts';
import { isLocked } from '../session/assessment-session.ts';
import type { UndoStack } from '../session/kept-undo.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { fallSilent, say } from './said.ts';
import { SaidNotice } from './said-notice.tsx';
import { stepAddress } from './step-address.ts';
import { stepText } from './step-text.ts';
import classes from './undo.module.css';

/** Changes of one step that are named; the others are counted. */
const namedAtMost = 2;

/** Takes steps back and does them again, by button or keys, and says what that changed. */
export function UndoButtons() {
  const { t } = useTranslation();
  const session = useSession();
  const set = useSessionState(({ copy }) => copy.set);
  const id = useSessionState(({ assessment }) => assessment.id);
  useEffect(() => fallSilent, []);

  function tell(step: Step | null, outcome: 'undone' | 'redone', nothing: 'nothingToUndo' | 'nothingToRedo') {
    if (step === null) {
      say({ text: t(`undo.${nothing}`) });
      return;
    }
    say({
      text: t(`undo.${outcome}`, { what: stepText(t, set, step, namedAtMost) }),
      link: { address: stepAddress(set, id, step), text: t('undo.toField') },
    });
  }

  const undo = () => tell(session.undo(), 'undone', 'nothingToUndo');
  const redo = () => tell(session.redo(), 'redone', 'nothingToRedo');
  useAction('undo', undo);
  useAction('redo', redo);

  return (
    <div className={classes.undo}>
      <StepButton label={t('undo.undo')} keys={shortcutText('undo')} of="done" onPress={undo} />
      <StepButton label={t('undo.redo')} keys={shortcutText('redo')} of="undone" onPress={redo} />
      <SaidNotice />
    </div>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly keys: string;
  /** The steps that it takes from. */
  readonly of: keyof UndoStack;
  readonly onPress: () => void;
}

// Asks for itself, because the first key press in a field changes it.
function StepButton({ label, keys, of, onPress }: StepButtonProps) {
  const enabled = useSessionState((state) => state.undo[of].length > 0 && !isLocked(state));
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
