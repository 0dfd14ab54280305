/** A whole new set is written from a copy by keyboard, published, and assessed by. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type InBrowser, openInBrowser } from './in-browser.ts';
import { bringAxe, everything } from './screens-look.ts';

let browser: Browser;
let here: InBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  here = await openInBrowser(browser, 'soạn bộ tiêu chí ');
  ({ page } = here);
});
afterAll(async () => {
  await here.close();
  await browser.close();
});

const heading = (name: string | RegExp) => page.getByRole('heading', { name, exact: true, level: 1 });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
/** What has the focus. */
const focused = () => page.locator(':focus');

async function press(control: Locator): Promise<void> {
  await control.press('Enter');
}

/** As somebody types over what stands in a field. */
async function typeOver(field: Locator, text: string): Promise<void> {
  await field.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Types texts into fields that follow one another, from the one with the focus on; null leaves one as it is. */
async function typeOn(...texts: readonly (string | null)[]): Promise<void> {
  for (const text of texts) {
    if (text !== null) await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

async function openPart(name: string): Promise<void> {
  await press(
    page.getByRole('navigation', { name: 'Các phần của dữ liệu chung' }).getByRole('link', { name }),
  );
  await heading(`Dữ liệu chung: ${name}`).waitFor();
}

test('a new set is begun as a copy, and gets a title of its own', async () => {
  await heading('Danh sách phiếu đánh giá').waitFor();
  await bringAxe(page);
  await press(page.getByRole('link', { name: 'Bộ tiêu chí', exact: true }));
  await press(page.getByText('Các bản khác trên máy này'));
  await press(page.getByRole('button', { name: /^Soạn bộ mới từ bản này: Bộ tiêu chí ví dụ/ }));
  await page.getByRole('dialog', { name: 'Soạn bộ tiêu chí mới' }).waitFor();
  await page.keyboard.type('lang-xanh-2027');
  await page.keyboard.press('Enter');
  await press(page.getByRole('link', { name: 'Sửa các quy định chung' }));
  await heading('Dữ liệu chung: Tên gọi, tổng điểm').waitFor();
  await typeOver(textbox('Tên bộ tiêu chí'), 'Bộ tiêu chí làng xanh');
  await page.getByText('Bản soạn của “Bộ tiêu chí làng xanh”, bản 1.').waitFor();
});

test('a name cannot be emptied: the field says so, and the draft keeps what it had', async () => {
  const title = textbox('Tên bộ tiêu chí');
  await title.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
  expect(await title.getAttribute('aria-invalid')).toBe('true');
  await page.getByText('Bản soạn của “Bộ tiêu chí làng xanh”, bản 1.').waitFor();
  await page.keyboard.type('Bộ tiêu chí làng xanh');
  expect(await title.getAttribute('aria-invalid')).toBeNull();
});

test('removing a criterion says what goes with it, can be taken back, and leaves the sum wrong', async () => {
  await openPart('Tiêu chí và chỉ tiêu');
  const remove = button('Xóa: vui-choi. Có chỗ vui chơi');
  await press(remove);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Tất cả 2 chỉ tiêu của tiêu chí này cũng bị xóa.').waitFor();
  expect(await focused().textContent()).toBe('Giữ lại');
  await press(dialog.getByRole('button', { name: 'Xóa khỏi bản soạn' }));
  await page.getByText('✗').first().waitFor();
  expect(await focused().getAttribute('aria-label')).toMatch(/^Xóa: /);
  await press(button('Lấy lại'));
  await remove.waitFor();
  await press(remove);
  await press(dialog.getByRole('button', { name: 'Xóa khỏi bản soạn' }));
  await remove.waitFor({ state: 'detached' });
});

test('a criterion is not added before it is named, and then comes with an indicator and two figures', async () => {
  await press(button('Thêm tiêu chí'));
  await press(button('Thêm vào bản soạn'));
  await page.locator(':focus[aria-invalid="true"]').waitFor();
  await page.getByText('Chưa đặt tên: hãy ghi nội dung ở đây.').first().waitFor();
  await typeOn('Nước sạch cho trẻ em', 'Clean water', 'Y tế', null, 'nuoc-sach');
  await typeOn('Tỷ lệ trường có nước sạch', null, '30', null);
  await page.getByLabel('Cách chấm').selectOption('ratio');
  await textbox('Tên số liệu').first().focus();
  await typeOn('Số trường có nước sạch', null, 'trường', null, null);
  await page.keyboard.press('Tab');
  await typeOn('Tổng số trường', null, 'trường', null, null);
  expect(await everything(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press('Enter');
  expect(await focused().inputValue()).toBe('Nước sạch cho trẻ em');
  await openPart('Số liệu');
  await page.getByText('Dùng ở chỉ tiêu: nuoc-sach.1.').first().waitFor();
});

test('the sums are made right again by hand, and the draft says so at once', async () => {
  await openPart('Tên gọi, tổng điểm');
  const max = textbox('Tổng điểm');
  expect(await max.getAttribute('aria-invalid')).toBe('true');
  await typeOver(max, '105');
  await page.getByText('Không có lỗi').waitFor();
  expect(await max.getAttribute('aria-invalid')).toBeNull();
});

test('a threshold above the total is a fault at its field', async () => {
  await openPart('Loại đơn vị và ngưỡng');
  const threshold = textbox('Ngưỡng (điểm)').first();
  await typeOver(threshold, '106');
  await page.getByText('Ngưỡng 106 vượt tổng điểm 105.').waitFor();
  await typeOver(threshold, '75');
  await page.getByText('Không có lỗi').waitFor();
});

test('an authority at the end closes the one before on the day before', async () => {
  await openPart('Thẩm quyền');
  await press(button('Thêm thẩm quyền'));
  await typeOn('Trưởng ban Làng xanh', null);
  await page.keyboard.type('1/3/2028');
  await page.getByRole('checkbox', { name: '“Trưởng ban Ví dụ” kết thúc hết ngày 29/02/2028' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await focused().inputValue()).toBe('Trưởng ban Làng xanh');
  expect(await textbox('Đến hết ngày').nth(1).inputValue()).toBe('29/02/2028');
  expect(await everything(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
});

test('the new set is published for new assessments, and one is begun by it', async () => {
  await press(page.getByRole('link', { name: 'Về bản soạn' }));
  await press(button('Ban hành bản 1'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Phiếu tạo từ nay dùng bản này' }).press('Space');
  await press(dialog.getByRole('button', { name: 'Ban hành bản 1', disabled: false }));
  await heading('Đã ban hành bản 1').waitFor();

  await page.goto(new URL('#/phieu-moi', page.url()).href);
  await heading('Phiếu mới').waitFor();
  await page.getByText('Mức điểm tối thiểu: 75/105').waitFor();
  await page.getByRole('radio', { name: 'Nhập tay' }).press('Space');
  await typeOver(textbox('Tên xã, phường, thị trấn'), 'Làng Mẫu');
  await page.getByLabel('Loại hình đơn vị').selectOption({ label: 'Làng' });
  await typeOver(textbox('Tỉnh, thành phố'), 'Tỉnh Mẫu');
  await page.getByRole('radio', { name: 'Vùng thấp' }).press('Space');
  await typeOver(textbox('Năm đánh giá'), '2027');
  await press(button('Tạo phiếu'));
  await page
    .getByRole('link', { name: /Nước sạch cho trẻ em/ })
    .first()
    .waitFor();
});
