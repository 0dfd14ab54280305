import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../criteria/assessment.ts';
import type { DocumentRequest } from '../../electron/api.ts';
import { type Asked, DocumentLine, type Way } from '../documents/document-line.tsx';
import { Part } from '../frame/part.tsx';
import { PrintingDialog } from '../paper/printing-dialog.tsx';
import { ofThisWindow } from '../session/open-sessions.ts';
import { heldFigures } from './held-figures.ts';
import { HeldNotice } from './held-notice.tsx';

/** The documents that belong to no single unit. */
export function SingleDocuments({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [held, setHeld] = useState<readonly Assessment[]>([]);

  async function askSummary(way: Way) {
    setAsked({ kind: 'summary', delivery: 'making' });
    const unsaved = await heldFigures({ year, ids: null, kinds: [], summary: true }, ofThisWindow);
    setHeld(unsaved);
    if (unsaved.length > 0) setAsked(null);
    else await ask({ kind: 'summary', year }, way);
  }

  async function ask(request: DocumentRequest, way: Way) {
    setAsked({ kind: request.kind, delivery: 'making' });
    setAsked({ kind: request.kind, delivery: await way(request) });
  }
  return (
    <Part title={t('printing.single')}>
      <PrintingDialog />
      <DocumentLine
        kind="summary"
        year={year}
        about={t('documents.about.summary')}
        asked={asked}
        onAsk={(way) => void askSummary(way)}
      />
      <HeldNotice held={held} />
      <DocumentLine
        kind="blank_checklist"
        about={t('documents.about.blank_checklist')}
        asked={asked}
        onAsk={(way) => void ask({ kind: 'blank_checklist' }, way)}
      />
    </Part>
  );
}
