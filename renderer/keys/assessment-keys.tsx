import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import { deliverAsShown } from '../documents/deliver-as-shown.ts';
import { deliveryText } from '../documents/delivery-text.ts';
import { sentence } from '../frame/sentence.ts';
import { timeText } from '../frame/time.ts';
import { printDocument } from '../paper/print-document.ts';
import { paths, routes } from '../paths.ts';
import { useSession } from '../session/use-session.ts';
import { say } from '../undo/said.ts';
import { useAction } from './actions.ts';

/** The shortcuts of an open assessment that lead from page to page, and those that save it at once and print it. */
export function AssessmentKeys() {
  const { t } = useTranslation();
  const session = useSession();
  const [, navigate] = useLocation();
  const [, params] = useRoute(routes.criterion);

  function step(by: 1 | -1) {
    const { assessment, copy } = session.store.getState();
    const { criteria } = copy.set;
    const at = criteria.findIndex(({ id }) => id === params?.criterionId);
    // From a page beside the criteria the way begins at the first, or goes back from the last.
    const next = at === -1 ? criteria.at(by === 1 ? 0 : -1) : criteria[at + by];
    if (next === undefined) say({ text: t(by === 1 ? 'keys.wasLast' : 'keys.wasFirst') });
    else navigate(paths.criterion(assessment.id, next.id));
  }

  async function save() {
    await session.flush();
    const { save } = session.store.getState();
    if (save.kind !== 'saved') say({ text: t('keys.notSaved') });
    else if (session.holdsUnsaved()) say({ text: t('keys.savedPartly') });
    else say({ text: t('keys.saved', { time: timeText(save.at) }) });
  }

  async function print() {
    const delivery = await deliverAsShown(session, 'scorecard', printDocument);
    say({
      text: delivery.kind === 'failed' ? sentence(delivery.message) : deliveryText(t, delivery),
    });
  }

  useAction('next', () => step(1));
  useAction('previous', () => step(-1));
  useAction('tasks', () => navigate(paths.assessment(session.store.getState().assessment.id)));
  useAction('check', () => navigate(paths.check(session.store.getState().assessment.id)));
  useAction('save', () => void save());
  useAction('print', () => void print());
  return null;
}
