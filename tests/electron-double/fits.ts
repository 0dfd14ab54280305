/**
 * What holds the double to Electron. The types: every member and every event is compared with the real electron.d.ts, so
 * that a wrong name, parameter, result or event fails the type check. And at run time: what a double does not have throws.
 */
import { EventEmitter } from 'node:events';

/**
 * The members of D as T has them; never where T has none of that name. Beside its own type, a method must fit as a
 * function, since of methods TypeScript would let a narrower parameter pass.
 */
type Members<T, D> = {
  [K in keyof D]: K extends keyof T
    ? T[K] extends (...args: infer A) => infer R
      ? T[K] & ((...args: A) => R)
      : T[K]
    : never;
};

/** D, where it can stand for those parts of T that it has. */
export type Fits<T, D extends Members<T, D>> = D;

/** Gives the double of an API as it came; it compiles only where it fits. */
export function fits<T>(): <D extends Members<T, D>>(double: D) => D {
  return (double) => double;
}

/** The event of which a listener may prevent what comes next. */
export class Preventable {
  defaultPrevented = false;
  readonly preventDefault = (): void => {
    this.defaultPrevented = true;
  };
}

type Arguments<T, E> = {
  [K in keyof E]: E[K] extends unknown[]
    ? T extends { on(event: K, listener: (...args: E[K]) => void): unknown }
      ? E[K]
      : never
    : never;
};

/** The arguments that listeners of one event get. */
export const args = <A extends unknown[]>(): A => [] as unknown[] as A;

/** The events that the double of T knows, by name; compiles only where T has them with these arguments. */
export function eventsOf<T>(): <E extends Arguments<T, E>>(events: E) => E {
  return (events) => events;
}

/** Listening to an event that the double never tells of throws: the listener would never be tried. */
export class TellingEmitter<E extends Record<keyof E, unknown[]>> extends EventEmitter<E> {
  readonly #events: E;
  readonly #of: string;

  constructor(of: string, events: E) {
    super();
    this.#of = of;
    this.#events = events;
  }

  override on(...[name, listener]: Parameters<EventEmitter<E>['on']>): this {
    if (!Object.hasOwn(this.#events, name as PropertyKey))
      throw new Error(`the double of ${this.#of} has no event ${String(name)}`);
    return super.on(name, listener);
  }
}

/** What the language and the test runner ask of every object. */
const asked = new Set<string | symbol>([
  'then',
  'toJSON',
  'asymmetricMatch',
  'constructor',
  'nodeType',
  'tagName',
]);

/** The same object, which throws where something is asked of it that it does not have. */
export function loud<T extends object>(name: string, double: T): T {
  return new Proxy(double, {
    get: (target, key) => {
      if (!(key in target)) {
        if (typeof key === 'symbol' || key.startsWith('$$') || key.startsWith('@@') || asked.has(key))
          return undefined;
        throw new Error(`the double of electron has no ${name}.${key}`);
      }
      const value: unknown = Reflect.get(target, key);
      // NOTE: a method runs on the object itself, whose private fields a proxy does not have.
      return typeof value === 'function' && !Object.hasOwn(target, key) && key !== 'constructor'
        ? value.bind(target)
        : value;
    },
  });
}
