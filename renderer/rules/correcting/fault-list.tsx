import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { SetFault } from '../../../criteria/set-faults.ts';
import { sentence } from '../../frame/sentence.ts';
import { paths } from '../../paths.ts';
import { placeOf } from '../place.ts';
import { placeText } from '../rule-words.ts';
import classes from './correcting.module.css';
import { partOfFault } from './general-place.ts';

interface FaultListProps {
  readonly set: CriteriaSet;
  readonly faults: readonly SetFault[];
}

/** Faults by place, each with the way to the rule that it is in. */
export function FaultList({ set, faults }: FaultListProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.faults}>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <Link href={addressOf(set, path)}>{placeText(t, set, path)}</Link>: {sentence(message)}
        </li>
      ))}
    </ul>
  );
}

/** Where the fault can be mended. */
function addressOf(set: CriteriaSet, path: string): string {
  const { rule } = placeOf(set, path);
  return rule === null ? paths.draftGeneral(set.id, partOfFault(path)) : paths.draftRule(set.id, rule);
}
