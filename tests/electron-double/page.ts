/** What is behind a window: here nothing but an address; in the tests with a browser a real page. */
import type { DoubledWindow } from './window.ts';

/** Told that the page objects to being left; true when it is left all the same. */
export type Objected = () => boolean;

/** Answers at once or later. */
type Soon<T> = T | Promise<T>;

export interface PageDriver {
  /** Where the page is now, as Electron names it. */
  url(): string;
  load(url: string): Soon<void>;
  /** The page goes, by way of its own objection; true when it went. */
  close(objected: Objected): Soon<boolean>;
  /** As above, but it comes again. */
  reload(objected: Objected): Soon<boolean>;
  /** Its process is gone. */
  crash(): Soon<void>;
  /** A message of the main process. */
  receive(channel: string, args: readonly unknown[]): Soon<void>;
  /** The window is gone without asking the page. */
  destroy(): Soon<void>;
}

export type MakePage = (window: DoubledWindow) => PageDriver;

/** A page that is only said to be there. */
export class SaidPage implements PageDriver {
  /** Messages of the main process to it. */
  readonly received: (readonly [string, readonly unknown[]])[] = [];
  readonly #objects: () => boolean;
  #url = '';
  #lives = false;

  constructor(objects: () => boolean) {
    this.#objects = objects;
  }
  url(): string {
    return this.#url;
  }
  load(url: string): void {
    this.#url = url;
    this.#lives = true;
  }
  close(objected: Objected): boolean {
    return !this.#lives || !this.#objects() || objected();
  }
  reload(objected: Objected): boolean {
    return this.close(objected);
  }
  crash(): void {
    this.#lives = false;
  }
  receive(channel: string, args: readonly unknown[]): void {
    this.received.push([channel, args]);
  }
  destroy(): void {
    this.#lives = false;
  }
}
