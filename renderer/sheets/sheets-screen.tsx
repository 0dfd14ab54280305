import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import frame from '../frame/frame.module.css';
import { ScreenHeading } from '../frame/screen.tsx';
import { paths } from '../paths.ts';
import { ChosenFiles } from './chosen-files.tsx';
import { SheetPicker } from './sheet-picker.tsx';
import { SheetResult } from './sheet-result.tsx';
import { addFiles, forgetTold, renew, useSheets } from './sheets-store.ts';

/** Says of a PDF whether it is a scorecard as the program printed it, and takes its figures over. */
export default function SheetsScreen() {
  const { t } = useTranslation();
  const shown = useSheets(({ files, shown }) => files.find(({ key }) => key === shown));
  const announced = useSheets((state) => state.announced);
  useEffect(() => {
    renew();
    return forgetTold;
  }, []);
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
      </nav>
      <ScreenHeading title={t('sheets.title')} />
      <p>{t('sheets.intro')}</p>
      <SheetPicker onFiles={addFiles} />
      <ChosenFiles />
      {shown !== undefined && <SheetResult key={shown.key} file={shown} announced={announced} />}
    </main>
  );
}
