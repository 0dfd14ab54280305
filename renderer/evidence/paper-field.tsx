import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type EvidenceItem,
  evidenceItemSchema,
  evidenceKey,
  evidenceLimit,
} from '../../criteria/evidence.ts';
import classes from './evidence.module.css';

interface PaperFieldProps {
  readonly items: readonly EvidenceItem[];
  readonly onAdd: (item: Extract<EvidenceItem, { kind: 'paper' }>) => void;
}

/** Names a paper that stays in the office's files. */
export function PaperField({ items, onAdd }: PaperFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<'paperFault' | 'paperAlready' | 'paperFull' | null>(null);
  useEffect(() => input.current?.focus(), []);

  function add() {
    const paper = evidenceItemSchema.safeParse({ kind: 'paper', text });
    input.current?.focus();
    if (!paper.success || paper.data.kind !== 'paper') setFault('paperFault');
    else if (items.some((item) => evidenceKey(item) === evidenceKey(paper.data))) setFault('paperAlready');
    else if (items.length >= evidenceLimit) setFault('paperFull');
    else onAdd(paper.data);
  }

  return (
    <form
      className={classes.paper}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        ref={input}
        data-own-undo
        className={classes.paperText}
        label={t('evidence.paperText')}
        description={t('evidence.paperHint')}
        error={fault === null ? undefined : t(`evidence.${fault}`, { n: evidenceLimit })}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFault(null);
        }}
      />
      <Button type="submit" variant="default" size="sm">
        {t('evidence.paperAdd')}
      </Button>
    </form>
  );
}
