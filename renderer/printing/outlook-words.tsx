import { useTranslation } from 'react-i18next';
import { numberText } from '../wording.ts';
import type { Outlook } from './choice.ts';

interface OutlookWordsProps {
  readonly outlook: Outlook;
  readonly merged: boolean;
}

/** What the press of the button is going to bring, in the numbers that the progress and the end then give. */
export function OutlookWords({ outlook, merged }: OutlookWordsProps) {
  const { t } = useTranslation();
  const { total, documents, withoutCertificate, troubled, drafts } = outlook;
  return (
    <>
      {t(documents === total ? 'printing.outlook.documents' : 'printing.outlook.ofAll', {
        n: numberText(documents),
        total: numberText(total),
      })}{' '}
      {withoutCertificate > 0 &&
        t('printing.outlook.withoutCertificate', { n: numberText(withoutCertificate) })}{' '}
      {troubled > 0 && t('printing.outlook.troubled', { n: numberText(troubled) })}{' '}
      {merged && t('printing.outlook.merged', { files: numberText(documents + 1) })}{' '}
      {drafts > 0 && t('printing.outlook.drafts', { n: numberText(drafts) })}
    </>
  );
}
