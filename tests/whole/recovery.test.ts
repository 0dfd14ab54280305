import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { numberText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../../electron/sample/sample-district.ts';
import { currentSet as set } from '../example-assessment.ts';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';

const year = new Date().getFullYear();
const sample = sampleDistrict(year).find(({ answers }) => answers.children_registered !== undefined);
if (sample === undefined) throw new Error('the sample has no commune with figures');
const id = `${year}-${sample.unit.code}`;
const unitName = sample.unit.name;
const children = Number(sample.answers.children);
const childrenLabel = set.facts.find((fact) => fact.id === 'children')?.label.vi ?? '';

let browser: Browser;
let here: InBrowser;
let page: Page;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  here = await openInBrowser(browser, 'khôi phục ');
  ({ page, folder } = here);
  await button('Nạp huyện mẫu').first().click();
  await page.getByText(/Đã nạp 12 phiếu/).waitFor();
});
afterEach(() => here.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const fileOf = (assessment: string) => join(folder, 'assessments', `${assessment}.json`);
const stored = async () => JSON.parse(await readFile(fileOf(id), 'utf8')).data;
const at = (hash: string) => page.goto(`${new URL(page.url()).origin}/#${hash}`);

const childrenField = () => page.getByRole('textbox', { name: childrenLabel, exact: true });
const saved = () => page.getByText(/Mọi thay đổi đã lưu lúc/).waitFor();

/** Another number of children, typed over what stands there. */
async function typeChildren(text: string): Promise<void> {
  await at(`/phieu/${id}/tieu-chi/2`);
  await childrenField().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

const dialog = () => page.getByRole('dialog');

/** Asks to restore what the page shows, and says yes. */
async function restore(): Promise<void> {
  await button('Khôi phục bản này…').click();
  await dialog().getByRole('button', { name: 'Khôi phục bản này' }).click();
}

/** What another window does to the number of children. */
async function saveElsewhere(value: number): Promise<void> {
  const args = { id, basedOn: (await stored()).saves, by: null, answers: { children: value }, notes: {} };
  const reply = await page.evaluate(
    async (body) =>
      (
        await fetch('/api/assessments.save', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json(),
    args,
  );
  expect(reply).toMatchObject({ ok: true });
}

/** Backups are made shortly after the save that they belong to. */
async function backupsOf(assessment: string, count: number): Promise<readonly string[]> {
  const names = async () => {
    const all: string[] = await readdir(join(folder, 'backups', assessment)).catch(() => []);
    // One that is still being written lies under a name of its own.
    return all.filter((name) => name.endsWith('.json'));
  };
  await expect.poll(async () => (await names()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(count);
  return (await names()).sort();
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    // NOTE: the body is where a lost focus goes, and it contains every text.
    if (element === document.body) return 'nothing';
    return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
  });

async function tabTo(what: string, times = 1): Promise<void> {
  let found = 0;
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused()).includes(what)) found += 1;
    if (found === times) return;
  }
  throw new Error(`no way to "${what}" by Tab`);
}

describe('backups', () => {
  test('a figure that was overwritten comes back without the mouse, and not before somebody says so', async () => {
    await backupsOf(id, 1);
    await typeChildren(String(children + 1_000));
    await saved();
    await backupsOf(id, 2);
    await at('/');
    await heading('Danh sách phiếu đánh giá').waitFor();

    await tabTo('Sao lưu và khôi phục');
    await page.keyboard.press('Enter');
    await heading('Sao lưu và khôi phục').waitFor();
    expect(await focused()).toContain('Sao lưu và khôi phục');
    await page.getByRole('textbox', { name: 'Tìm theo tên xã, năm hoặc mã phiếu' }).waitFor();
    await tabTo(unitName);
    await page.keyboard.press('Enter');
    await heading(`Các bản dự phòng: ${unitName}`).waitFor();
    await tabTo('Xem trước khi khôi phục', 2);
    await page.keyboard.press('Enter');
    await heading(`Bản dự phòng: ${unitName}`).waitFor();

    const row = page.getByRole('row', { name: new RegExp(childrenLabel) });
    const [now, kept] = await row.getByRole('cell').allTextContents();
    expect([now, kept]).toEqual([numberText(children + 1_000), numberText(children)]);

    const before = await readFile(fileOf(id));
    await tabTo('Khôi phục bản này…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await focused()).toContain('Hủy');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await focused()).toContain('Khôi phục bản này…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await readFile(fileOf(id))).toEqual(before);

    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('Khôi phục bản này');
    await page.keyboard.press('Enter');
    await heading('Đã khôi phục phiếu').waitFor();
    expect((await stored()).answers.children.value).toBe(children);
    expect((await backupsOf(id, 3)).some((name) => name.endsWith('_restore.json'))).toBe(true);

    await tabTo('Mở phiếu');
    await page.keyboard.press('Enter');
    await heading(`${unitName}, năm ${year}`).waitFor();
    await page.getByText(/Khôi phục số liệu, ghi chú và minh chứng từ bản dự phòng/).waitFor();
  });

  test('what was typed just before is saved first, and does not come back over what was restored', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await typeChildren(String(children + 7));
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByRole('cell', { name: numberText(children + 7), exact: true }).waitFor();
    await button('Khôi phục bản này…').click();
    await dialog().getByRole('button', { name: 'Khôi phục bản này' }).click();
    await heading('Đã khôi phục phiếu').waitFor();
    await at(`/phieu/${id}/tieu-chi/2`);
    await expect.poll(() => childrenField().inputValue()).toBe(numberText(children));
    await typeChildren(String(children + 8));
    await saved();
    expect((await stored()).answers.children.value).toBe(children + 8);
  });

  test('the list says first when each state was saved, then when it was backed up, and numbers them', async () => {
    const [first = ''] = await backupsOf(id, 1);
    const { updatedAt } = await stored();
    const [time] = await page.evaluate(
      (instant) => [new Date(instant).toLocaleTimeString('vi-VN', { hourCycle: 'h23' })],
      updatedAt,
    );
    await at(`/khoi-phuc/${id}`);
    await page.getByRole('columnheader', { name: 'Lưu lúc' }).waitFor();
    const cell = page.getByRole('rowheader').first();
    expect(await cell.textContent()).toMatch(new RegExp(`^${time} ngày .*sao lưu lúc `));
    const link = page.getByRole('link', { name: `Xem trước khi khôi phục bản 1 trong 1, lưu lúc ${time}` });
    expect(await link.getAttribute('href')).toContain(first);
  });

  test('a restore that another window came before is refused above a preview of what is there now', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await saveElsewhere(children + 1);
    await at(`/khoi-phuc/${id}/${first}`);
    await button('Khôi phục bản này…').click();
    await saveElsewhere(children + 2);
    await dialog().getByRole('button', { name: 'Khôi phục bản này' }).click();
    const told = page.getByRole('alert');
    await told.getByText('Chưa khôi phục được, phiếu không bị thay đổi').waitFor();
    expect(await told.textContent()).toContain('Phiếu này vừa được sửa ở một cửa sổ khác');
    await page.getByRole('cell', { name: numberText(children + 2), exact: true }).waitFor();
    expect(await focused()).toContain('Chưa khôi phục được');
    expect((await stored()).answers.children.value).toBe(children + 2);
    await restore();
    await heading('Đã khôi phục phiếu').waitFor();
    expect(await focused()).toContain('Đã khôi phục phiếu');
  });

  test('a restore whose answer got lost is not called undone', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await saveElsewhere(children + 1);
    await at(`/khoi-phuc/${id}/${first}`);
    await page.route('**/api/backups.restore', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await restore();
    await page.getByText('Chưa rõ phiếu đã được khôi phục hay chưa').waitFor();
    await page.getByText('Không có gì khác nên không cần khôi phục.').waitFor();
    expect(await focused()).toContain('Chưa rõ phiếu đã được khôi phục hay chưa');
    expect((await stored()).answers.children.value).toBe(children);
    here.forgive(/Failed to load resource/);
  });

  test('a host that goes away during a restore leaves both told, and the way to look again', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await saveElsewhere(children + 1);
    await at(`/khoi-phuc/${id}/${first}`);
    await button('Khôi phục bản này…').click();
    await page.route('**/api/*', (route) => route.abort());
    await dialog().getByRole('button', { name: 'Khôi phục bản này' }).click();
    await heading('Không mở được bản dự phòng này').waitFor();
    await page.getByText('Chưa rõ phiếu đã được khôi phục hay chưa').waitFor();
    expect(await focused()).toContain('Chưa rõ phiếu đã được khôi phục hay chưa');
    await page.unroute('**/api/*');
    await button('Thử lại').click();
    await page.getByRole('cell', { name: numberText(children + 1), exact: true }).waitFor();
    await page.getByText('Chưa rõ phiếu đã được khôi phục hay chưa').waitFor();
    here.forgive(/Failed to load resource/);
  });

  test('whoever goes back while a restore is under way is told of its outcome there', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await saveElsewhere(children + 1);
    await at(`/khoi-phuc/${id}`);
    await page.getByRole('rowheader').first().waitFor();
    await at(`/khoi-phuc/${id}/${first}`);
    const hold = Promise.withResolvers<void>();
    await page.route('**/api/backups.restore', async (route) => {
      await hold.promise;
      await route.continue();
    });
    await restore();
    await dialog().getByText('Đang khôi phục…').waitFor();
    await page.goBack();
    await page.getByRole('status').getByText(`Đang khôi phục ${unitName}, năm ${year}…`).waitFor();
    hold.resolve();
    await page.getByRole('heading', { level: 2, name: 'Đã khôi phục phiếu' }).waitFor();
    await page.getByRole('rowheader', { name: /trước khi khôi phục một bản khác/ }).waitFor();
    await button('Đóng').click();
    expect(await focused()).toContain('Các bản dự phòng');
  });

  test('nothing is restored while a refused figure stands in this window', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await typeChildren('mười');
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByText(/còn thay đổi chưa lưu hoặc bị từ chối/).waitFor();
    expect(await button('Khôi phục bản này…').count()).toBe(0);
  });

  test('a second folder gets a copy of everything, and one that is not there is refused in words', async () => {
    const second = await mkdtemp(join(tmpdir(), 'ổ thứ hai '));
    await backupsOf(id, 1);
    await at('/khoi-phuc');
    const field = page.getByRole('textbox', { name: 'Đường dẫn của thư mục thứ hai' });
    await field.fill(join(second, 'không có'));
    await button('Dùng thư mục này').click();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(`"${second}"`);
    await button('Dùng thư mục này').click();
    await page.getByText(`Đang chép thêm vào ${second}`).waitFor();
    expect(await focused()).toContain('Từ nay mỗi bản dự phòng cũng được chép vào');
    await button('Sao lưu tất cả vào thư mục thứ hai ngay').click();
    await page.getByText('Đã sao lưu 12 phiếu vào thư mục thứ hai.').waitFor();
    expect(await focused()).toContain('Sao lưu tất cả');
    const copies = await readdir(second, { recursive: true });
    for (const { unit } of sampleDistrict(year))
      expect(copies.some((name) => name.includes(`${year}-${unit.code}_`))).toBe(true);
    await button('Thôi dùng thư mục thứ hai').click();
    await page.getByText('Hiện chưa dùng thư mục thứ hai.').waitFor();
    expect(await focused()).toContain('Đã thôi chép vào');
    await rm(second, { recursive: true });
  });
});

describe('files that are not as they should be', () => {
  test('a damaged file is replaced by its backup, and that is told until somebody has seen it', async () => {
    await backupsOf(id, 1);
    const damage = '{"format":"child';
    await writeFile(fileOf(id), damage);
    await page.reload();
    const told = page.getByText(`${unitName}, năm ${year}: tệp bị hỏng; đã lấy lại bản lưu lúc`);
    await told.waitFor();
    await page.getByRole('link', { name: unitName, exact: true }).waitFor();
    expect((await stored()).answers.children.value).toBe(children);

    await page.getByRole('link', { name: /Xem ở phần Sao lưu và khôi phục/ }).click();
    await heading('Sao lưu và khôi phục').waitFor();
    await told.waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(new RegExp(`^Xuất tệp gốc ${id}_`)).click(),
    ]);
    expect((await bytesOf(download)).toString('utf8')).toBe(damage);
    expect(await focused()).toContain('Xuất tệp gốc');

    await button(/^Đã xem: /).click();
    await page.getByText('Đã ghi nhận 1 tệp là đã xem').waitFor();
    expect(await focused()).toContain('Đã ghi nhận');
    await told.waitFor();
    await at('/');
    await page.getByRole('link', { name: unitName, exact: true }).waitFor();
    await expect.poll(() => told.count()).toBe(0);
    await at('/khoi-phuc');
    await page.getByText('Đã xem trước đây (1)').waitFor();
  });

  test('of several recovered files a double press acknowledges one, and one press the rest', async () => {
    const ids = sampleDistrict(year)
      .slice(0, 3)
      .map(({ unit }) => `${year}-${unit.code}`);
    for (const one of ids) {
      await backupsOf(one, 1);
      await writeFile(fileOf(one), 'hỏng');
    }
    const acknowledged: number[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/recovery.acknowledge'))
        acknowledged.push(request.postDataJSON().files.length);
    });
    await page.reload();
    await page.getByText('Đã tự lấy lại 3 phiếu từ bản dự phòng').waitFor();
    await at('/khoi-phuc');
    await button(/^Đã xem: /)
      .first()
      .dblclick();
    await page.getByText('Đã ghi nhận 1 tệp là đã xem').waitFor();
    expect(await button(/^Đã xem: /).count()).toBe(2);
    await button('Đã xem tất cả').click();
    await page.getByText('Đã ghi nhận 3 tệp là đã xem').waitFor();
    expect(acknowledged).toEqual([1, 2]);
    expect(await focused()).toContain('Đã xem tất cả');
    await at('/');
    await page.getByRole('link', { name: unitName, exact: true }).waitFor();
    await expect.poll(() => page.getByText('Đã tự lấy lại').count()).toBe(0);
  });

  test('thousands of recovered files come in pages, and the way back to the first keeps the focus', async () => {
    await backupsOf(id, 1);
    await writeFile(fileOf(id), 'hỏng');
    await page.route('**/api/recovery.overview', async (route) => {
      const reply = await (await route.fetch()).json();
      const [one] = reply.value.recovered;
      reply.value.recovered = Array.from({ length: 3_000 }, (_, n) => ({ ...one, file: `${n}.json` }));
      await route.fulfill({ json: reply });
    });
    await page.reload();
    await page.getByText('Đã tự lấy lại 1 phiếu').waitFor();
    await at('/khoi-phuc');
    await page.getByText('Dòng 1–20 trong 3.000').waitFor();
    await button('Trang sau').click();
    await page.getByText('Dòng 21–40 trong 3.000').waitFor();
    await button('Trang trước').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Dòng 1–20 trong 3.000').waitFor();
    expect(await focused()).toContain('Trang trước');
    expect(await button(/^Đã xem: /).count()).toBe(20);
  });

  test('an overview that could not be read is asked for again, and the focus goes to what is there then', async () => {
    await page.route('**/api/recovery.overview', (route) => route.abort(), { times: 1 });
    await at('/khoi-phuc');
    await button('Thử lại').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Mọi bản dự phòng đều tạo được.').waitFor();
    expect(await focused()).toContain('Sao lưu và khôi phục');
    here.forgive(/Failed to load resource/);
  });

  test('an older copy put back under an open page is undone, and no other window is blamed for it', async () => {
    const old = await readFile(fileOf(id));
    await typeChildren(String(children + 1));
    await saved();
    await backupsOf(id, 2);
    await writeFile(fileOf(id), old);
    await typeChildren(String(children + 2));
    const notice = page.getByText(/Thay đổi của bạn chưa lưu được/);
    await notice.waitFor();
    expect(await notice.textContent()).toContain('lấy lại từ bản dự phòng');
    expect(await notice.textContent()).not.toContain('cửa sổ khác');
    await button('Tải bản đã lưu').click();
    await dialog()
      .getByText(/lấy lại từ bản dự phòng/)
      .waitFor();
    await button('Bỏ thay đổi của tôi và tải bản đã lưu').click();
    await expect.poll(() => childrenField().inputValue()).toBe(numberText(children + 1));
    await at('/khoi-phuc');
    await page.getByText(/tệp bị thay bằng một bản khác, cũ hơn; đã lấy lại bản lưu lúc/).waitFor();
  });

  test('a file that has no backup is listed, left as it is, and handed out byte by byte', async () => {
    await backupsOf(id, 1);
    const start = await here.stopProgram();
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256));
    await writeFile(fileOf(id), bytes);
    await rm(join(folder, 'backups', id), { recursive: true });
    await page.goto((await start()).address);
    await page.getByText(`${id}.json`).waitFor();
    await at('/khoi-phuc');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(`Xuất tệp gốc ${id}.json`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${id}.json`);
    expect(await bytesOf(download)).toEqual(bytes);
    expect(await readFile(fileOf(id))).toEqual(bytes);
  });

  test('a missing file is brought back whole from its backup', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await rm(fileOf(id));
    await at('/khoi-phuc');
    await page.reload();
    await page.getByText('Bị mất', { exact: true }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: `${unitName}, năm ${year}` })
      .getByText(/khôi phục một bản/)
      .waitFor();
    await at(`/phieu/${id}`);
    await heading('Không có phiếu này').waitFor();
    await page.getByRole('link', { name: 'Các bản dự phòng của phiếu này' }).click();
    await heading(`Các bản dự phòng: ${unitName}`).waitFor();
    await page.getByText('Hiện nay không mở được phiếu').waitFor();
    expect(await page.getByRole('link', { name: 'Mở phiếu' }).count()).toBe(0);
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByText('Không so sánh được vì tệp của phiếu không còn.').waitFor();
    await restore();
    await heading('Đã khôi phục phiếu').waitFor();
    expect((await stored()).answers.children.value).toBe(children);
    await page.getByRole('link', { name: 'Mở phiếu' }).click();
    await page.getByText(/cả phiếu được khôi phục từ bản dự phòng/).waitFor();
  });

  test('a file deleted under an open page is brought back, and what was typed meanwhile stays on that page', async () => {
    const [first = ''] = await backupsOf(id, 1);
    await at(`/phieu/${id}/tieu-chi/2`);
    await childrenField().waitFor();
    await rm(fileOf(id));
    await typeChildren(String(children + 3));
    await page.getByText(/^Chưa lưu được: .*Sao lưu và khôi phục/).waitFor();
    await page.getByRole('link', { name: 'Các bản dự phòng của phiếu này' }).click();
    await at(`/khoi-phuc/${id}/${first}`);
    await page.getByText(/vẫn còn trên màn hình phiếu trong cửa sổ này/).waitFor();
    await restore();
    await heading('Đã khôi phục phiếu').waitFor();
    await at(`/phieu/${id}/tieu-chi/2`);
    await button('Tải bản đã lưu').waitFor({ timeout: 40_000 });
    expect(await childrenField().inputValue()).toBe(numberText(children + 3));
    expect((await stored()).answers.children.value).toBe(children);
    // The tab would ask before it goes with something unsaved.
    await button('Tải bản đã lưu').click();
    await button('Bỏ thay đổi của tôi và tải bản đã lưu').click();
    await expect.poll(() => childrenField().inputValue()).toBe(numberText(children));
  });

  test('an assessment that never was has no backups and no way to open it', async () => {
    await at(`/khoi-phuc/${year}-99999`);
    await heading('Không có phiếu này').waitFor();
    expect(await page.getByRole('link', { name: 'Mở phiếu' }).count()).toBe(0);
  });

  test('an assessment of a later version of the program can be read, and nothing of it be changed', async () => {
    await backupsOf(id, 1);
    const envelope = JSON.parse(await readFile(fileOf(id), 'utf8'));
    const later = JSON.stringify({ ...envelope, version: envelope.version + 7, checksum: 'sha256:khác' });
    await writeFile(fileOf(id), later);
    await at(`/phieu/${id}`);
    await page.reload();
    await page.getByText('Phiếu này chỉ để xem.').waitFor();
    expect(await button(/PDF/).count()).toBe(0);
    await at(`/phieu/${id}/tieu-chi/2`);
    expect(await childrenField().inputValue()).toBe(numberText(children));
    expect(await childrenField().getAttribute('readonly')).not.toBeNull();
    await at(`/phieu/${id}/kiem-tra`);
    await heading('Kiểm tra trước khi chốt').waitFor();
    expect(await button(/Chốt phiếu|Mở lại/).count()).toBe(0);
    const [backup = ''] = await backupsOf(id, 1);
    await at(`/khoi-phuc/${id}/${backup}`);
    await page.getByText(/Phiếu hiện nay chỉ để xem nên không khôi phục được/).waitFor();
    await at('/');
    await page.getByRole('listitem').getByRole('link', { name: 'Mở để xem' }).click();
    await page.getByText('Phiếu này chỉ để xem.').waitFor();
    expect(await readFile(fileOf(id), 'utf8')).toBe(later);
  });
});
