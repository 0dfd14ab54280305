import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BackedUpAssessment, RecoveryOverview, TroubledFile } from '../../electron/api.ts';
import { Mark } from '../frame/marks.tsx';
import { sentence } from '../frame/sentence.ts';
import { sizeText } from '../frame/size.ts';
import { dateTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { ExportButton } from './export-button.tsx';
import { Part } from './part.tsx';
import classes from './recovery.module.css';

/** The assessments that cannot be used now, since when, and what can be done. */
export function TroubledFiles({ overview }: { readonly overview: RecoveryOverview }) {
  const { t } = useTranslation();
  const { troubled, assessments } = overview;
  if (troubled.length === 0) {
    return (
      <Part title={t('recovery.troubled.title')}>
        <p>{t('recovery.troubled.none')}</p>
      </Part>
    );
  }
  const backedUp = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  return (
    <Part title={t('recovery.troubled.title')}>
      <p>{t('recovery.troubled.intro')}</p>
      <div className={classes.scroll}>
        <Table className={classes.table} verticalSpacing={6}>
          <caption className="visually-hidden">{t('recovery.troubled.title')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('recovery.file')}</Table.Th>
              <Table.Th scope="col">{t('recovery.troubled.what')}</Table.Th>
              <Table.Th scope="col">{t('recovery.troubled.writtenAt')}</Table.Th>
              <Table.Th scope="col">{t('recovery.troubled.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {troubled.map((file) => (
              <TroubledRow
                key={file.file}
                troubled={file}
                backedUp={file.id === null ? undefined : backedUp.get(file.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Part>
  );
}

interface TroubledRowProps {
  readonly troubled: TroubledFile;
  /** What is known of its assessment, where that has backups. */
  readonly backedUp: BackedUpAssessment | undefined;
}

function TroubledRow({ troubled, backedUp }: TroubledRowProps) {
  const { t } = useTranslation();
  const { file, kind, message, id, writtenAt, size } = troubled;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {file}
        {backedUp !== undefined && backedUp.unitName !== null && (
          <div className={classes.quiet}>
            {t('walk.title', { unit: backedUp.unitName, year: backedUp.year })}
          </div>
        )}
      </Table.Th>
      <Table.Td className={classes.words}>
        <Mark tone={kind === 'newer' ? 'provisional' : 'bad'}>{t(`recovery.troubled.kind.${kind}`)}</Mark>
        <div>{sentence(message)}</div>
      </Table.Td>
      <Table.Td>
        {writtenAt === null ? t('recovery.troubled.unknown') : dateTimeText(writtenAt)}
        <div className={classes.quiet}>{size === null ? t('recovery.troubled.noFile') : sizeText(size)}</div>
      </Table.Td>
      <Table.Td>
        <div className={classes.actions}>
          {id !== null && kind === 'newer' && (
            <Link href={paths.assessment(id)}>{t('recovery.troubled.look')}</Link>
          )}
          {backedUp !== undefined && <Link href={paths.backups(backedUp.id)}>{t('recovery.toBackups')}</Link>}
          {size !== null && <ExportButton place="assessments" file={file} />}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
