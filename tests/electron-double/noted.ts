/** What was done to Electron. */
export class Noted {
  /** What a person would see happen, in order. */
  readonly steps: string[] = [];
  /** Calls that have no other effect here, as [`session.setSpellCheckerEnabled`, ...arguments]. */
  readonly calls: (readonly [string, ...unknown[]])[] = [];

  /** Does nothing but note that it was called. */
  readonly noted =
    (name: string) =>
    (...args: unknown[]): void => {
      this.calls.push([name, ...args]);
    };
  /** As above, for what answers later. */
  readonly notedLater =
    (name: string) =>
    async (...args: unknown[]): Promise<void> => {
      this.calls.push([name, ...args]);
    };
  /** The arguments of the last call; undefined without one. */
  lastCall(name: string): readonly unknown[] | undefined {
    return this.calls.findLast(([called]) => called === name)?.slice(1);
  }
}
