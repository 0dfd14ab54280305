import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { knownRules, printedSheet } from '../../tests/example-sheet.ts';
import { PdfParts, signed } from '../../tests/pdf-surgery.ts';
import { examineSheet } from './examine.ts';

let printed: Uint8Array;
let pdf: PdfParts;
beforeAll(async () => {
  printed = await printedSheet();
});

async function examined(forge: (parts: PdfParts) => void) {
  pdf = new PdfParts(printed);
  forge(pdf);
  return examineSheet(pdf.updated(), knownRules);
}

async function messages(forge: (parts: PdfParts) => void): Promise<readonly string[]> {
  const findings = await examined(forge);
  if (findings.verdict !== 'altered') throw new Error(`found ${findings.verdict}`);
  return findings.differences.map(({ message }) => message);
}

const inCatalog = (entries: string) => (parts: PdfParts) =>
  parts.change(parts.catalog, (body) => body.replace('/Lang', `${entries}\n/Lang`));
const inPart = (key: string, entries: string) => (parts: PdfParts) =>
  parts.change(parts.named(parts.catalog, key), (body) => body.replace('<<', `<<\n${entries}`));
const onPage = (entries: string) => (parts: PdfParts) =>
  parts.change(parts.pages[0] ?? 0, (body) => body.replace('/Type /Page', `/Type /Page\n${entries}`));
const annotation = (entries: string) => (parts: PdfParts) => {
  const look = parts.addStream('1 g 0 0 200 30 re f', '/Type /XObject\n/Subtype /Form\n/BBox [0 0 200 30]\n');
  const note = parts.add(
    `<<\n/Type /Annot\n/Rect [100 500 300 530]\n/Contents (970)\n/AP << /N ${look} 0 R >>\n${entries}\n>>`,
  );
  parts.addAnnotation(parts.pages[0] ?? 0, note);
};
const attachment = (parts: PdfParts, name: string) => {
  const content = parts.addStream('{}', '/Type /EmbeddedFile\n');
  return parts.add(
    `<<\n/Type /Filespec\n/F (${name})\n/UF (${name})\n/EF << /F ${content} 0 R /UF ${content} 0 R >>\n>>`,
  );
};
const listed = (key: string, name: string) => (parts: PdfParts) => {
  const file = attachment(parts, name);
  parts.change(parts.one(/\/EmbeddedFiles/), (body) =>
    body.replace(/(\/EmbeddedFiles <<\s*\/Names \[.*?)\]/s, `$1 (${key}) ${file} 0 R]`),
  );
};

describe('annotations that only some readers show are told', () => {
  test.each([
    ['only in print', '/Subtype /FreeText /F 36'],
    ['neither on screen', '/Subtype /Stamp /F 32'],
    ['a highlight of no place', '/Subtype /Highlight /F 4'],
    ['of no kind', '/F 4'],
  ])('%s', async (_what, entries) => {
    expect(await messages(annotation(entries))).toEqual([
      expect.stringContaining('chú thích, ô nhập hoặc liên kết'),
    ]);
  });

  test('also those that a later part of the file left out again', async () => {
    const first = new PdfParts(printed);
    annotation('/Subtype /Stamp')(first);
    const second = new PdfParts(first.updated());
    second.change(second.pages[0] ?? 0, (body) => body.replace(/\/Annots \[.*?\]/, '/Annots []'));
    expect(await examineSheet(second.updated(), knownRules)).toMatchObject({
      verdict: 'altered',
      differences: [{ page: null, message: expect.stringContaining('có trình đọc không hiện ra') }],
    });
  });
});

describe('what runs or takes the place of the pages is told', () => {
  const launch = '<< /S /Launch /F (cmd.exe) >>';
  test.each([
    ['when the file is opened', inCatalog(`/OpenAction ${launch}`)],
    ['under a name with escapes', inCatalog(`/Open#41ction ${launch}`)],
    ['when a page is turned', onPage(`/AA << /O ${launch} >>`)],
    ['when the file is closed', inCatalog(`/AA << /WC ${launch} >>`)],
    ['from the names', inPart('Names', '/JavaScript << /Names [] >>')],
    [
      'when a signature is pressed',
      annotation('/Subtype /Widget /FT /Sig /F 2 /A << /S /URI /URI (http://x) >>'),
    ],
  ])('%s', async (_what, forge) => {
    expect(await messages(forge)).toContainEqual(expect.stringMatching(/^Tệp có mã tự chạy/));
  });

  test('and so are a collection of files and fields that are filled in', async () => {
    expect(await messages(inCatalog('/Collection << /View /D /D (khac.pdf) >>'))).toEqual([
      expect.stringContaining('bộ tệp'),
    ]);
    const field = (parts: PdfParts) => {
      const text = parts.add('<< /FT /Tx /T (a) /V (950) >>');
      inCatalog(`/AcroForm << /Fields [${text} 0 R] /NeedAppearances true >>`)(parts);
    };
    expect(await messages(field)).toEqual([expect.stringContaining('ô nhập')]);
  });

  test('but not the place at which a file opens', async () => {
    expect(
      await examined((parts) => inCatalog(`/OpenAction [${parts.pages[0]} 0 R /Fit]`)(parts)),
    ).toMatchObject({ verdict: 'genuine' });
  });
});

describe('pages that look otherwise elsewhere are told', () => {
  test.each([
    ['printed in part', inPart('ViewerPreferences', '/PrintArea /ArtBox'), /vùng in/],
    ['with other edges', onPage('/TrimBox [0 0 10 10]'), /vùng in/],
    [
      'with a drawing for printers',
      (parts: PdfParts) => void parts.addStream('showpage', '/Type /XObject\n/Subtype /PS\n'),
      /máy in làm theo/,
    ],
    [
      'with one more page than is counted',
      (parts: PdfParts) => {
        const page = parts.add('<< /Type /Page /MediaBox [0 0 595 842] >>');
        parts.change(parts.one(/\/Type \/Pages/), (body) =>
          body.replace(/\/Kids \[(.*?)\]/, `/Kids [$1 ${page} 0 R]`),
        );
      },
      /trang bị giấu/,
    ],
  ])('%s', async (_what, forge, message) => {
    expect(await messages(forge)).toEqual([expect.stringMatching(message)]);
  });

  test('but not edges that are those of the sheet', async () => {
    const [, box] =
      /\/MediaBox (\[.*?\])/.exec(new PdfParts(printed).body(new PdfParts(printed).pages[0] ?? 0)) ?? [];
    expect(await examined(onPage(`/TrimBox ${box}`))).toMatchObject({ verdict: 'genuine' });
  });
});

describe('further attachments', () => {
  test('are named in a remark', async () => {
    expect(await examined(listed('aaa', 'khac.pdf.exe'))).toMatchObject({
      verdict: 'genuine',
      remarks: [expect.any(String), expect.stringMatching(/^Tệp còn kèm “khac\.pdf\.exe”/)],
    });
  });

  test.each([
    ['that no list names', (parts: PdfParts) => void attachment(parts, 'khac.json')],
    [
      'that the document says to be made from',
      (parts: PdfParts) => {
        listed('aaa', 'khac.json')(parts);
        const [other] = parts.having(/\(khac\.json\)/);
        parts.change(parts.catalog, (body) => body.replace(/\/AF \[.*?\]/, `/AF [${other} 0 R]`));
      },
    ],
    [
      'within ours, for other systems',
      (parts: PdfParts) => {
        const content = parts.addStream('{}', '/Type /EmbeddedFile\n');
        parts.change(parts.one(/\/Type \/Filespec/), (body) =>
          body.replace(/\/EF <<\s*\/F (\d+ 0 R)/, `/EF << /F $1 /Unix ${content} 0 R`),
        );
      },
    ],
  ])('%s are told as a difference', async (_what, forge) => {
    expect(await messages(forge)).toEqual([expect.stringContaining('bị giấu hoặc bị tráo')]);
  });
});

test('a second attachment of the same name leaves open which is the sheet', async () => {
  expect(await messages(listed('zzz', 'phieu-danh-gia.json'))).toEqual([
    expect.stringContaining('không rõ phiếu nào là thật'),
  ]);
});

describe('objects that are packed', () => {
  const packed =
    (text: string, entries = '') =>
    (parts: PdfParts) => {
      const content = `900 0 ${text}`;
      const stream = deflateSync(content).toString('latin1');
      parts.add(
        `<< /Type /ObjStm /N 1 /First 6 ${entries} /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      );
    };

  test('are looked into', async () => {
    expect(await examined(packed('<< /Producer (x) >>'))).toMatchObject({ verdict: 'genuine' });
    expect(await messages(packed('<< /OpenAction << /S /Launch >> >>'))).toEqual([
      expect.stringMatching(/^Tệp có mã tự chạy/),
    ]);
  });

  test('in a way that cannot be looked into, or locked, are told', async () => {
    const unread = [expect.stringMatching(/^Tệp có phần bị khóa hoặc bị hỏng/)];
    expect(await messages(packed('<< >>', '/DecodeParms << /Predictor 12 >>'))).toEqual(unread);
    const locked = (parts: PdfParts) => {
      packed('<< >>')(parts);
      parts.add('<< /Type /XRef /Encrypt 1 0 R >>');
    };
    expect(await messages(locked)).toEqual(unread);
  });

  test('a file whose objects lie within each other without end is given up', async () => {
    const nested = (parts: PdfParts) => void parts.add(`(${'1 0 obj('.repeat(50_000)}`);
    expect(await messages(nested)).toEqual([expect.stringMatching(/^Tệp có phần bị khóa hoặc bị hỏng/)]);
  });
});

test('what is said twice in one place is told, because readers take the first or the last', async () => {
  expect(await messages(onPage('/Rotate 0 /Rotate 0'))).toEqual([expect.stringContaining('hai nghĩa')]);
});

test('what a signing program adds is no difference', async () => {
  const bytes = signed(signed(printed, '0 0 0 0'), '0 0 0 0');
  expect(await examineSheet(bytes, knownRules)).toMatchObject({ verdict: 'genuine' });
});
