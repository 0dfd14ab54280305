import { TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparePaperCode, type PaperComparison } from './paper-code.ts';
import classes from './sheets.module.css';

/** Says at each key press whether the code on a sheet of paper is that of the file. */
export function PaperCodeField({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const comparison = comparePaperCode(typed, sha256);
  return (
    <>
      <TextInput
        className={classes.paperCode}
        label={t('sheets.paper.label')}
        description={t('sheets.paper.hint')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p role="status" className={classes.comparison} data-kind={comparison.kind}>
        {comparisonText(t, comparison)}
      </p>
    </>
  );
}

function comparisonText(t: TFunction, comparison: PaperComparison): string {
  switch (comparison.kind) {
    case 'nothing':
      return t('sheets.paper.nothing');
    case 'same':
      return `✓ ${t('sheets.paper.same')}`;
    case 'incomplete':
      return t('sheets.paper.incomplete', { n: comparison.missing });
    case 'different':
      return `✗ ${t('sheets.paper.different', { group: comparison.group })}`;
    case 'strange':
      return t('sheets.paper.strange', { character: comparison.character });
  }
}
