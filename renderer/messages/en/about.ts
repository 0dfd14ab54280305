/** The texts of the page about the program, in English. */
export const about = {
  title: 'About',
  intro:
    'This program helps the team to score communes against the criteria for child-friendly communes of the Prime Minister’s Decision 06 of 3 January 2019, on this machine and without a network.',
  loading: 'Reading…',
  failed: 'What there is to say about the program could not be read',
  versions: 'Version',
  program: 'Program',
  system: 'Operating system',
  folders: 'Folders',
  data: 'Data',
  logs: 'Log of the program',
  update:
    'A new version is simply installed over this one. The data lies apart and stays as it is, and is copied to the folder “updates” before the new version writes anything.',
  diagnosis: 'For whoever supports you',
  diagnosisIntro:
    'When you ask for support, copy this and send it along. It names no person and no commune, and holds no figures, notes or file names that somebody gave.',
  diagnosisLabel: 'The text for whoever supports you',
  copy: 'Copy',
  copied: 'Copied. You can paste it into a letter or a message.',
  selected: 'It could not be copied, so the whole text is selected; press Ctrl+C to copy it.',
  licence: 'Licence',
  licenceText:
    'The program is open source under the MIT licence. The Tinos typeface in printed documents has a licence of its own.',
} as const;
