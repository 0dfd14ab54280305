import { relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../data-folder.ts';
import { profileFolder } from './profile-folder.ts';

const usual = dataFolder({});
const other = resolve('/srv/du-lieu');

describe("Chromium's profile", () => {
  test.each([undefined, other])('is beside the usual data folder, never in the one in use (%s)', (named) => {
    const environment = { CHILD_FRIENDLY_DATA: named };
    const profile = profileFolder(environment);
    expect(resolve(profile, '..')).toBe(resolve(usual, '..'));
    expect(relative(dataFolder(environment), profile).split(sep)[0]).toBe('..');
  });

  test('is another one for each data folder, however that is written', () => {
    const of = (folder: string | undefined) => profileFolder({ CHILD_FRIENDLY_DATA: folder });
    expect(new Set([of(undefined), of(other), of(`${other}-2`)]).size).toBe(3);
    expect(of(`${other}${sep}`)).toBe(of(other));
    expect(of(usual)).toBe(of(undefined));
  });
});
