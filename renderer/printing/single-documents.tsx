import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '../../electron/api.ts';
import { type Asked, DocumentLine, type Way } from '../documents/document-line.tsx';
import { Part } from '../frame/part.tsx';

/** The documents that belong to no single unit. */
export function SingleDocuments({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  async function ask(request: DocumentRequest, way: Way) {
    setAsked({ kind: request.kind, delivery: 'making' });
    setAsked({ kind: request.kind, delivery: await way(request) });
  }
  return (
    <Part title={t('printing.single')}>
      <DocumentLine
        kind="summary"
        year={year}
        about={t('documents.about.summary')}
        asked={asked}
        onAsk={(way) => void ask({ kind: 'summary', year }, way)}
      />
      <DocumentLine
        kind="blank_checklist"
        about={t('documents.about.blank_checklist')}
        asked={asked}
        onAsk={(way) => void ask({ kind: 'blank_checklist' }, way)}
      />
    </Part>
  );
}
