/** Every screen of the program, and how to get there by the address and a few steps on the page. */
import { rm, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Language } from '../../electron/api.ts';
import type { messages } from '../../renderer/messages/vi/index.ts';
import { paths } from '../../renderer/paths.ts';
import { type Scene, thisYear } from './screens-scene.ts';

/** Texts under the same keys. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

export interface Visit {
  readonly page: Page;
  readonly scene: Scene;
  readonly language: Language;
  /** The texts of the interface in that language. */
  readonly say: Same<typeof messages>;
  /** Goes where the path says, and waits until the screen with this heading is there, whole. */
  to(path: string, heading: string | RegExp): Promise<void>;
}

interface Screen {
  /** Of its picture. */
  readonly name: string;
  arrive(visit: Visit): Promise<unknown>;
}

/** A text of the interface with what stands in it, for looking it up; what is not given may be anything. */
function filled(text: string, given: Readonly<Record<string, string | number>> = {}): RegExp {
  const parts = text.split(/\{\{(\w+)\}\}/).map((part, n) => {
    if (n % 2 === 1 && !(part in given)) return '.*';
    const literal = n % 2 === 1 ? String(given[part]) : part;
    return literal.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog').waitFor();

function toCriterion({ to, say }: Visit, id: string, criterion: string): Promise<void> {
  return to(paths.criterion(id, criterion), filled(say.walk.criterionTitle, { id: criterion }));
}

function toOverview({ to, say }: Visit, { id, unit, year }: Pick<Scene['draft'], 'id' | 'unit' | 'year'>) {
  return to(paths.assessment(id), filled(say.walk.title, { unit: unit.name, year }));
}

async function chooseSheet({ page, to, say }: Visit, buffer: Buffer): Promise<void> {
  await to(paths.sheets(), say.sheets.title);
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'phiếu.pdf', mimeType: 'application/pdf', buffer }]);
}

const home: readonly Screen[] = [
  { name: 'assessor', arrive: ({ to, say }) => to(paths.list(), say.assessors.title) },
  {
    name: 'list-empty',
    async arrive({ page, scene, say }) {
      await rm(scene.damagedFile, { force: true });
      const newcomer = page.getByRole('radio', { name: say.assessors.other });
      if (await newcomer.isVisible()) await newcomer.check();
      await page.getByRole('textbox', { name: say.assessors.name }).fill('Nguyễn Văn An');
      await button(page, say.assessors.start).click();
      await page.getByRole('heading', { name: filled(say.list.emptyTitle, { year: thisYear }) }).waitFor();
    },
  },
  {
    name: 'list',
    async arrive({ page, scene }) {
      await page.getByRole('combobox').first().selectOption(String(scene.year));
      await page.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'list-rules',
    arrive: ({ page, say }) => page.getByText(say.provisional.details, { exact: true }).click(),
  },
  {
    name: 'list-no-match',
    async arrive({ page, say }) {
      await page.getByText(say.provisional.details, { exact: true }).click();
      await page.getByRole('textbox', { name: say.list.filter }).fill('không có xã này');
      await button(page, say.list.clearFilter).waitFor();
    },
  },
  {
    name: 'list-troubled',
    async arrive({ page, scene, to, say }) {
      await button(page, say.list.clearFilter).click();
      await writeFile(scene.damagedFile, '{"format":"child');
      await to(paths.office(), say.office.title);
      await to(paths.list(), say.list.title);
      await page.getByRole('heading', { name: filled(say.list.troubledTitle) }).waitFor();
    },
  },
  {
    name: 'search-assessments',
    async arrive({ page }) {
      await page.keyboard.press('Control+K');
      await dialog(page);
    },
  },
  {
    name: 'shortcuts',
    async arrive({ page }) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await dialog(page);
    },
  },
  {
    name: 'preferences',
    async arrive({ page, say }) {
      await page.keyboard.press('Escape');
      await button(page, new RegExp(`^${say.preferences.title}`)).click();
      await dialog(page);
    },
  },
  { name: 'new-assessment', arrive: ({ to, say }) => to(paths.newAssessment(), say.create.title) },
  {
    name: 'new-assessment-found',
    async arrive({ page, say }) {
      await page.getByRole('combobox', { name: say.create.search }).fill('kim long');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'new-assessment-by-hand',
    async arrive({ page, to, say }) {
      await to(paths.office(), say.office.title);
      await to(paths.newAssessment(), say.create.title);
      await page.getByText(say.create.byHand, { exact: true }).click();
      await button(page, say.create.submit).click();
      await page.getByText(say.create.fault.name).first().waitFor();
    },
  },
];

const walk: readonly Screen[] = [
  { name: 'overview-draft', arrive: (visit) => toOverview(visit, visit.scene.draft) },
  {
    name: 'assessor-change',
    async arrive({ page, say }) {
      await button(page, filled(say.assessors.change)).click();
      await dialog(page);
    },
  },
  { name: 'overview-final', arrive: (visit) => toOverview(visit, visit.scene.ineligible) },
  {
    name: 'reopening',
    async arrive({ page, say }) {
      await button(page, say.walk.reopen).click();
      await dialog(page);
      await button(page, say.walk.reopenConfirm).click();
      await page.getByText(say.walk.reopenReasonMissing).first().waitFor();
    },
  },
  { name: 'criterion-checks', arrive: (visit) => toCriterion(visit, visit.scene.draft.id, '1') },
  { name: 'criterion-ratios', arrive: (visit) => toCriterion(visit, visit.scene.draft.id, '2') },
  {
    name: 'search-criteria',
    async arrive({ page }) {
      await page.keyboard.press('Control+K');
      await dialog(page);
      await page.keyboard.type('tre em');
    },
  },
  {
    name: 'criterion-refused',
    async arrive(visit) {
      const { page, say, scene } = visit;
      await toCriterion(visit, scene.other.id, '2');
      await page.locator('main input[inputmode]').first().fill('mười');
      await page.getByText(say.figure.fault.not_a_number).first().waitFor();
    },
  },
  {
    name: 'criterion-evidence',
    async arrive(visit) {
      const { page, scene, say } = visit;
      const { criterion, indicator } = scene.evidenceIn;
      await toCriterion(visit, scene.draft.id, criterion);
      const kept = page.getByRole('button', { name: filled(say.evidence.attachTo, { id: indicator }) });
      await kept.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'criterion-unconfirmed',
    arrive: (visit) => toCriterion(visit, visit.scene.draft.id, visit.scene.unconfirmedIn.criterion),
  },
  { name: 'criterion-final', arrive: (visit) => toCriterion(visit, visit.scene.ineligible.id, '3') },
  {
    name: 'check-draft',
    arrive: ({ to, say, scene }) => to(paths.check(scene.draft.id), say.check.title),
  },
  {
    name: 'check-whole',
    arrive: ({ to, say, scene }) => to(paths.check(scene.whole.id), say.check.title),
  },
  {
    name: 'finalising',
    async arrive({ page, say }) {
      await button(page, say.check.finalise).click();
      await dialog(page);
    },
  },
  {
    name: 'check-final',
    arrive: ({ to, say, scene }) => to(paths.check(scene.ineligible.id), say.check.title),
  },
  {
    name: 'revisions',
    arrive: ({ to, say, scene }) => to(paths.revisions(scene.twice.id), say.revisions.title),
  },
  {
    name: 'revisions-none',
    arrive: ({ to, say, scene }) => to(paths.revisions(scene.whole.id), say.revisions.title),
  },
];

const office: readonly Screen[] = [
  { name: 'printing', arrive: ({ to, say }) => to(paths.printing(), say.printing.title) },
  { name: 'about', arrive: ({ to, say }) => to(paths.about(), say.about.title) },
  { name: 'office', arrive: ({ to, say }) => to(paths.office(), say.office.title) },
  { name: 'sheets', arrive: ({ to, say }) => to(paths.sheets(), say.sheets.title) },
  {
    name: 'sheets-genuine',
    async arrive(visit) {
      await chooseSheet(visit, visit.scene.genuine);
      const { page, say } = visit;
      await page.getByText(say.sheets.verdict.genuine).first().waitFor();
      await button(page, filled(say.sheets.import.previewOf)).click();
    },
  },
  {
    name: 'sheets-strange',
    async arrive(visit) {
      await chooseSheet(visit, visit.scene.strange);
      await visit.page.getByText(visit.say.sheets.verdict.not_ours).first().waitFor();
    },
  },
];

const recovery: readonly Screen[] = [
  { name: 'recovery', arrive: ({ to, say }) => to(paths.recovery(), say.recovery.title) },
  {
    name: 'backups',
    arrive: ({ to, say, scene }) => to(paths.backups(scene.draft.id), filled(say.recovery.one.titleOf)),
  },
  {
    name: 'backup',
    async arrive({ page, to, say, scene }) {
      await to(paths.backup(scene.draft.id, scene.backup), filled(say.recovery.preview.title));
      await button(page, say.recovery.preview.restore).waitFor();
    },
  },
  {
    name: 'restoring',
    async arrive({ page, say }) {
      await button(page, say.recovery.preview.restore).click();
      await dialog(page);
    },
  },
];

const deadEnds: readonly Screen[] = [
  { name: 'no-page', arrive: ({ to, say }) => to('/khong-co', say.failure.notFoundTitle) },
  {
    name: 'no-assessment',
    arrive: ({ to, say }) => to(paths.assessment('2020-99999'), say.failure.noAssessmentTitle),
  },
  {
    name: 'no-criterion',
    arrive: ({ to, say, scene }) => to(paths.criterion(scene.draft.id, '99'), say.failure.noCriterionTitle),
  },
  {
    name: 'no-backups',
    arrive: ({ to, say }) => to(paths.backups('2020-99999'), say.failure.noAssessmentTitle),
  },
];

/** In the order of visiting: some go on from the one before. */
export const screens: readonly Screen[] = [...home, ...walk, ...office, ...recovery, ...deadEnds];
