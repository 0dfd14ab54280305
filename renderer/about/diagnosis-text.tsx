import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '../frame/part.tsx';
import classes from './about.module.css';

/** What helps to find a fault, to be read and then copied; selected where the system lets nothing be copied. */
export function DiagnosisText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  async function copy() {
    // So that a second press is announced, too.
    setOutcome(null);
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      field.current?.focus();
      field.current?.select();
      setOutcome('selected');
    }
  }
  return (
    <Part title={t('about.diagnosis')}>
      <p>{t('about.diagnosisIntro')}</p>
      <Textarea
        ref={field}
        className={classes.text}
        aria-label={t('about.diagnosisLabel')}
        value={text}
        readOnly
        spellCheck={false}
        rows={14}
        lang="en"
      />
      <div className={classes.actions}>
        <Button onClick={() => void copy()}>{t('about.copy')}</Button>
        <p role="status">{outcome !== null && t(`about.${outcome}`)}</p>
      </div>
    </Part>
  );
}
