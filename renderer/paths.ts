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
  /** What the program is, for whoever has to help. */
  about: (): string => '/gioi-thieu',
};
