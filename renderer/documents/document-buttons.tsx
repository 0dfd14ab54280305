import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateObstacle } from '../../criteria/certificate.ts';
import type { UnitDocumentKind } from '../../electron/api.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { shortcutText } from '../keys/shortcuts.ts';
import { printDocument } from '../paper/print-document.ts';
import { useSession, useSessionState } from '../session/use-session.ts';
import { saveDocument, showDocument } from './deliver.ts';
import { deliverAsShown } from './deliver-as-shown.ts';
import { DeliveryWords } from './delivery-words.tsx';
import { type Asked, DocumentLine, type Way } from './document-line.tsx';
import classes from './documents.module.css';

/** The documents of an assessment. A certificate is offered only where one may be made, and says why where not. */
export function DocumentButtons() {
  const { t } = useTranslation();
  const session = useSession();
  const status = useSessionState(({ assessment }) => assessment.status);
  const verdict = useSessionState(({ copy }) => copy.scorecard.verdict);
  const [asked, setAsked] = useState<Asked | null>(null);

  async function ask(kind: UnitDocumentKind, way: Way) {
    setAsked({ kind, delivery: 'making' });
    setAsked({ kind, delivery: await deliverAsShown(session, kind, way) });
  }

  const noCertificate = certificateObstacle(status, verdict);
  const busy = asked?.delivery === 'making';
  const lineOf = (kind: UnitDocumentKind) => ({
    kind,
    asked,
    onAsk: (way: Way) => void ask(kind, way),
  });
  return (
    <div className={classes.documents}>
      <div className={classes.buttons}>
        <BusyButton busy={busy} onClick={() => void ask('scorecard', showDocument)}>
          {t('documents.showOf.scorecard')}
        </BusyButton>
        <BusyButton variant="default" busy={busy} onClick={() => void ask('scorecard', saveDocument)}>
          {t('documents.saveOf.scorecard')}
        </BusyButton>
        <BusyButton
          variant="default"
          title={shortcutText('print')}
          busy={busy}
          onClick={() => void ask('scorecard', printDocument)}
        >
          {t('documents.printOf.scorecard')}
        </BusyButton>
      </div>
      {asked?.kind === 'scorecard' && <DeliveryWords delivery={asked.delivery} />}
      <div className={classes.lines}>
        <DocumentLine
          {...lineOf('certificate')}
          blocked={noCertificate !== null}
          about={noCertificate === null ? undefined : t(`documents.noCertificate.${noCertificate}`)}
        />
        <DocumentLine {...lineOf('minutes')} />
        <DocumentLine {...lineOf('evidence')} about={t('documents.about.evidence')} />
        <DocumentLine {...lineOf('checklist')} about={t('documents.about.checklist')} />
      </div>
    </div>
  );
}
