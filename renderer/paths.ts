import type { SetVersion } from '../criteria/rules/published-set.ts';

/** Every address of the program, as the route tables match it and as links are built from it. */
export const routes = {
  list: '/',
  newAssessment: '/phieu-moi',
  assessment: '/phieu/:id',
  criterion: '/phieu/:id/tieu-chi/:criterionId/:answerId?',
  check: '/phieu/:id/kiem-tra',
  revisions: '/phieu/:id/lan-chot',
  sheets: '/kiem-tra-phieu',
  recovery: '/khoi-phuc',
  backups: '/khoi-phuc/:id',
  backup: '/khoi-phuc/:id/:file',
  printing: '/in-tai-lieu',
  office: '/co-quan',
  rules: '/bo-tieu-chi',
  importSet: '/bo-tieu-chi/nhap',
  tour: '/bo-tieu-chi/lam-thu',
  draft: '/bo-tieu-chi/ban-soan/:id',
  draftRule: '/bo-tieu-chi/ban-soan/:id/quy-tac/:rule',
  draftGeneral: '/bo-tieu-chi/ban-soan/:id/chung/:part?',
  ruleSet: '/bo-tieu-chi/:id/:version',
  movingTo: '/bo-tieu-chi/:id/:version/chuyen-phieu',
  about: '/gioi-thieu',
} as const;

export const paths = {
  list: (): string => '/',
  newAssessment: (): string => '/phieu-moi',
  assessment: (id: string): string => `/phieu/${id}`,
  criterion: (id: string, criterionId: string): string => `/phieu/${id}/tieu-chi/${criterionId}`,
  /** The criterion page with the focus in the field of one answer. */
  answer: (id: string, criterionId: string, answerId: string): string =>
    `/phieu/${id}/tieu-chi/${criterionId}/${answerId}`,
  check: (id: string): string => `/phieu/${id}/kiem-tra`,
  /** Every finalised state, and what differs between them. */
  revisions: (id: string): string => `/phieu/${id}/lan-chot`,
  /** A printed scorecard to check, and to take its figures over. */
  sheets: (): string => '/kiem-tra-phieu',
  recovery: (): string => '/khoi-phuc',
  /** The backups of one assessment. */
  backups: (id: string): string => `/khoi-phuc/${id}`,
  /** One of them, to look at before it is restored. */
  backup: (id: string, file: string): string => `/khoi-phuc/${id}/${file}`,
  /** The documents of many units at once. */
  printing: (): string => '/in-tai-lieu',
  /** The office in whose name documents are issued. */
  office: (): string => '/co-quan',
  /** The criteria sets of this machine. */
  rules: (): string => '/bo-tieu-chi',
  importSet: (): string => '/bo-tieu-chi/nhap',
  /** The same room over a fictional set, to try everything on. */
  tour: (): string => '/bo-tieu-chi/lam-thu',
  /** A published version, to read and to confirm. */
  ruleSet: ({ id, version }: SetVersion): string => `/bo-tieu-chi/${id}/${version}`,
  /** Assessments to be moved to a version. */
  movingTo: ({ id, version }: SetVersion): string => `/bo-tieu-chi/${id}/${version}/chuyen-phieu`,
  /** A set that is being corrected or written. */
  draft: (id: string): string => `/bo-tieu-chi/ban-soan/${id}`,
  /** One rule of it, by its key. */
  draftRule: (id: string, rule: string): string =>
    `/bo-tieu-chi/ban-soan/${id}/quy-tac/${encodeURIComponent(rule)}`,
  /** What belongs to it as a whole, or one part of that. */
  draftGeneral: (id: string, part?: string): string =>
    `/bo-tieu-chi/ban-soan/${id}/chung${part === undefined ? '' : `/${part}`}`,
  /** What the program is, for whoever has to help. */
  about: (): string => '/gioi-thieu',
};
