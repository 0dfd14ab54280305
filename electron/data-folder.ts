import envPaths from 'env-paths';

/** Names the program to the system: the folder of its data, its single-instance lock. */
export const programId = 'child-friendly-communes';

/**
 * Where the assessments live, the same for both hosts: `%LOCALAPPDATA%\child-friendly-communes\Data` on Windows,
 * `~/.local/share/child-friendly-communes` on Linux. `CHILD_FRIENDLY_DATA` names another place.
 */
export function dataFolder(environment: NodeJS.ProcessEnv): string {
  return environment.CHILD_FRIENDLY_DATA || envPaths(programId, { suffix: '' }).data;
}
