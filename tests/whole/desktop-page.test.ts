import { readdir } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import {
  assessor,
  createAssessment,
  figure,
  heading,
  saved,
  sayWhoWorks,
} from '../packaged/walk-a-commune.ts';
import { desktopInBrowser } from './desktop-in-browser.ts';

const desktop = desktopInBrowser();
/** Of the commune that is not closed. */
let open: string;

const answersOf = async (id: string) =>
  Object.fromEntries(
    Object.entries((await desktop.stored(id)).answers).map(([key, { value }]) => [key, value]),
  );

test('figures are on the disk soon after they are typed', async () => {
  await desktop.start();
  await sayWhoWorks(desktop.page);
  open = await createAssessment(desktop.page, 'ha dong', 'Phường Hà Đông');
  await desktop.page.getByRole('link', { name: 'Bắt đầu' }).click();
  await desktop.page.getByRole('link', { name: /^Tiêu chí sau/ }).click();
  await figure(desktop.page, 'children').click();
  await desktop.page.keyboard.type('1204');
  await saved(desktop.page);
  expect(await answersOf(open)).toEqual({ children: 1204 });
});

test('an entry of the menu reaches the page', async () => {
  desktop.electron.menus.click('Phím tắt');
  await desktop.page.getByRole('dialog').waitFor();
  await desktop.page.keyboard.press('Escape');
  await desktop.page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a page that crashes loses nothing and asks nobody again who works', async () => {
  const before = desktop.page;
  const { hash } = new URL(before.url());
  await desktop.electron.window.losePage('crashed');
  await vi.waitFor(() => expect(desktop.page).not.toBe(before));
  await figure(desktop.page, 'children').waitFor();
  const { hash: place, search } = new URL(desktop.page.url());
  expect([place, search]).toEqual([hash, '']);
  expect(await figure(desktop.page, 'children').inputValue()).toBe('1.204');
  await desktop.page.getByRole('alert').getByRole('button', { name: 'Đã hiểu' }).click();
  await desktop.page.getByRole('alert').waitFor({ state: 'detached' });
});

test('closing at once after typing loses nothing and asks nothing', async () => {
  await figure(desktop.page, 'children').click();
  await desktop.page.keyboard.press('Control+a');
  await desktop.page.keyboard.type('1305');
  desktop.electron.window.close();
  await desktop.ended();
  expect(await answersOf(open)).toEqual({ children: 1305 });
  expect(desktop.electron.dialogs.questions).toEqual([]);
  expect(await readdir(desktop.folder)).not.toContain('lock.json');
});

test('a new start brings everything back and asks again who works', async () => {
  await desktop.start();
  await desktop.page.getByRole('radio', { name: assessor, checked: true }).focus();
  await desktop.page.keyboard.press('Enter');
  await desktop.page.getByRole('link', { name: /Hà Đông/ }).click();
  await heading(desktop.page, /Hà Đông/);
  await desktop.page
    .getByRole('link', { name: /^Tiêu chí 2|^2\b/ })
    .first()
    .click();
  expect(await figure(desktop.page, 'children').inputValue()).toBe('1.305');
});

test('what is refused keeps the window open until the person gives it up', async () => {
  await figure(desktop.page, 'children').click();
  await desktop.page.keyboard.press('Control+a');
  await desktop.page.keyboard.type('-5');
  desktop.electron.window.close();
  await vi.waitFor(() => expect(desktop.electron.dialogs.questions).toHaveLength(1), 5_000);
  expect(await figure(desktop.page, 'children').inputValue()).toBe('-5');

  desktop.electron.dialogs.answer = 1;
  desktop.electron.window.close();
  await desktop.ended();
  expect(await answersOf(open)).toEqual({ children: 1305 });
});

test('through all of that, the page asked for nothing from elsewhere', () => {
  expect(desktop.outside).toEqual([]);
});

test('a page that goes elsewhere stays where it is', async () => {
  await desktop.start();
  const url = 'https://elsewhere.example/';
  const before = desktop.page.url();
  await desktop.page.evaluate((address) => location.assign(address), url);
  await vi.waitFor(() => expect(desktop.outside).toEqual([{ url, refusedBy: 'navigation' }]));
  await desktop.page.getByRole('radio', { name: assessor }).waitFor();
  expect(desktop.page.url()).toBe(before);
  expect(await desktop.electron.session.lets(url)).toBe(false);
});
