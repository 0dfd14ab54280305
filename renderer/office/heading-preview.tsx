import { useTranslation } from 'react-i18next';
import classes from './office.module.css';
import type { OfficeForm } from './office-form.ts';

/** The top of a document in the two columns of Decree 30/2020, as it follows from what is typed. */
export function HeadingPreview({ superior, body, place }: Pick<OfficeForm, 'superior' | 'body' | 'place'>) {
  const { t } = useTranslation();
  const year = new Date().getFullYear();
  const above = superior.trim().toLocaleUpperCase('vi') || (body.trim() === '' ? dots : '');
  return (
    <figure className={classes.preview}>
      <figcaption className={classes.quiet}>{t('office.preview')}</figcaption>
      <div className={classes.paper} lang="vi">
        <div>
          {above !== '' && <p>{above}</p>}
          <p className={classes.ruledThird}>
            <strong>{body.trim().toLocaleUpperCase('vi') || dots}</strong>
          </p>
        </div>
        <div>
          <p className={classes.nation}>
            <strong>{t('office.paper.nation')}</strong>
          </p>
          <p>
            <strong className={classes.ruled}>{t('office.paper.motto')}</strong>
          </p>
        </div>
        <p>{t('office.paper.number')}</p>
        <p>
          <em>{t('office.paper.date', { place: place.trim() || dots, year })}</em>
        </p>
      </div>
    </figure>
  );
}

/** What is left to be filled by hand. */
const dots = '……………………';
