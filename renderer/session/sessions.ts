/** The assessments that are open in one window. What is not saved or refused outlives the screen that shows it. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { Reply } from '../../electron/api.ts';
import type { AssessmentSession } from './assessment-session.ts';

export class Sessions {
  readonly #make: (id: string) => Promise<Reply<() => AssessmentSession>>;
  readonly #sessions = new Map<string, AssessmentSession>();
  readonly #opening = new Map<string, Promise<Reply<AssessmentSession>>>();
  /** By id: what is on its way to an assessment. */
  readonly #coming = new Map<string, Set<Promise<unknown>>>();

  /** `make` reads the saved version, of which its outcome makes a session. */
  constructor(make: (id: string) => Promise<Reply<() => AssessmentSession>>) {
    this.#make = make;
  }

  /** The session that still holds something unsaved, otherwise a new one on the saved version. */
  open(id: string): Promise<Reply<AssessmentSession>> {
    const known = this.#sessions.get(id);
    if (known?.holdsUnsaved()) return Promise.resolve({ ok: true, value: known });
    const underWay = this.#opening.get(id);
    if (underWay !== undefined) return underWay;
    const opened = this.#load(id).finally(() => this.#opening.delete(id));
    this.#opening.set(id, opened);
    return opened;
  }

  /** The session that shows an assessment now, or would. */
  async live(id: string): Promise<Reply<AssessmentSession>> {
    await this.#opening.get(id);
    const known = this.#sessions.get(id);
    return known === undefined ? this.open(id) : { ok: true, value: known };
  }

  async #load(id: string): Promise<Reply<AssessmentSession>> {
    const before = this.#sessions.get(id)?.basedOn();
    const made = await this.#make(id);
    if (!made.ok) return made;
    // NOTE: files arrive in the known session meanwhile, and what was read can be older than what it has saved since.
    const known = this.#sessions.get(id);
    if (known?.holdsUnsaved()) return { ok: true, value: known };
    if (known !== undefined && known.basedOn() !== before) return this.#load(id);
    known?.stop();
    const session = made.value();
    this.#sessions.set(id, session);
    return { ok: true, value: session };
  }

  /** Until it is there, the assessment is not settled. */
  expect(id: string, coming: Promise<unknown>): void {
    const all = this.#coming.get(id) ?? new Set();
    this.#coming.set(id, all.add(coming));
    const arrived = () => all.delete(coming);
    coming.then(arrived, arrived);
  }

  /**
   * Saves what this window holds of an assessment, and what is on its way to it. False when something stays unsaved or
   * refused, which then must not be replaced under the person's hands.
   */
  async settle(id: string): Promise<boolean> {
    for (let coming = this.#comingTo(id); coming.length > 0; coming = this.#comingTo(id))
      await Promise.allSettled(coming);
    const session = this.#sessions.get(id);
    await session?.flush();
    return session === undefined || !session.holdsUnsaved();
  }

  #comingTo(id: string): readonly Promise<unknown>[] {
    return [...(this.#coming.get(id) ?? [])];
  }

  /** After the assessment was replaced: nothing that this window held of it counts any more. */
  forget(id: string): void {
    this.#sessions.get(id)?.stop();
    this.#sessions.delete(id);
  }

  /** The assessments that hold something unsaved or refused in this window. */
  unsaved(): readonly Assessment[] {
    return [...this.#sessions.values()]
      .filter((session) => session.holdsUnsaved())
      .map((session) => session.store.getState().assessment);
  }

  flushAll(): void {
    for (const session of this.#sessions.values()) void session.flush();
  }

  /** The page may be gone at once. */
  leaveAll(): void {
    for (const session of this.#sessions.values()) session.leave();
  }
}
