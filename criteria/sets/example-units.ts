/** Four made-up communes with their answers to the example set, to show what a correction changes. Pure. */
import type { Scorable } from '../rules/impact.ts';

/**
 * A correction of one band of the example set, by which one of the communes below loses its verdict, one gains points,
 * one loses points, and one, whose class has a table of its own, keeps what it has.
 */
export const exampleCorrection = {
  indicator: 'the-thu-vien',
  band: 1,
  before: { rate: '400', points: 12 },
  after: { rate: '300', points: 8 },
} as const;

const year = 2026;
const place = { province: 'Tỉnh Ví Dụ', district: 'Vùng Ví Dụ' };

export const exampleUnits: readonly Scorable[] = [
  {
    id: 'vi-du-ban-mai',
    unit: { code: 'VD-01', name: 'Làng Ban Mai', type: 'lang', class: 'vung-thap', ...place },
    year,
    status: 'draft',
    answers: {
      'an-toan.bien-bao': true,
      'tre-em': 1200,
      'tai-nan': 1,
      'doc-sach': 540,
      'muon-sach': 420,
      'khu-dan-cu': 5,
      'khu-dan-cu.san-choi': 4,
      'ngay-hoi': false,
    },
  },
  {
    id: 'vi-du-hoa-sua',
    unit: { code: 'VD-02', name: 'Khóm Hoa Sữa', type: 'khom', class: 'vung-thap', ...place },
    year,
    status: 'draft',
    answers: {
      'an-toan.bien-bao': true,
      'tre-em': 800,
      'tai-nan': 0,
      'doc-sach': 280,
      'muon-sach': 224,
      'khu-dan-cu': 4,
      'khu-dan-cu.san-choi': 4,
      'ngay-hoi': true,
    },
  },
  {
    id: 'vi-du-suoi-trong',
    unit: { code: 'VD-03', name: 'Làng Suối Trong', type: 'lang', class: 'vung-thap', ...place },
    year,
    status: 'final',
    answers: {
      'an-toan.bien-bao': true,
      'tre-em': 1500,
      'tai-nan': 0,
      'doc-sach': 660,
      'muon-sach': 500,
      'khu-dan-cu': 6,
      'khu-dan-cu.san-choi': 5,
      'ngay-hoi': true,
    },
  },
  {
    id: 'vi-du-may-trang',
    unit: { code: 'VD-04', name: 'Xóm mới Mây Trắng', type: 'xom-moi', class: 'vung-cao', ...place },
    year,
    status: 'draft',
    answers: {
      'an-toan.bien-bao': true,
      'tre-em': 400,
      'tai-nan': 1,
      'doc-sach': 140,
      'muon-sach': 80,
      'khu-dan-cu': 3,
      'khu-dan-cu.san-choi': 2,
      'ngay-hoi': true,
    },
  },
];
