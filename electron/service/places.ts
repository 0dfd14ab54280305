/** The folders of the program that can be shown to the person: the page names a place, never a path. */
import { join } from 'node:path';
import type { ShownPlace, Value } from '../api.ts';
import { Refusal } from '../refusal.ts';
import { isFolder } from '../store/file-system.ts';
import type { Desktop } from './desktop.ts';

export const logFolderOf = (dataFolder: string): string => join(dataFolder, 'logs');

export interface PlacesOptions {
  readonly dataFolder: string;
  readonly secondFolder: () => Promise<string | null>;
  /** Where documents were printed last in this run. */
  readonly printed: () => string | null;
  readonly showFolder: Desktop['showFolder'] | undefined;
}

export class Places {
  readonly #options: PlacesOptions;

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  async show(place: ShownPlace): Promise<Value<'places.show'>> {
    const path = await this.#pathOf(place);
    if (path === null) throw new Refusal('not_found', 'Chưa có thư mục này');
    const { showFolder } = this.#options;
    // NOTE: the system would run a program that it is given to show.
    const shown = showFolder !== undefined && (await isFolder(path)) && (await showFolder(path));
    return { shown, path };
  }

  async #pathOf(place: ShownPlace): Promise<string | null> {
    const { dataFolder } = this.#options;
    switch (place) {
      case 'data':
        return dataFolder;
      case 'logs':
        return logFolderOf(dataFolder);
      case 'damaged':
        return join(dataFolder, 'damaged');
      case 'secondFolder':
        return this.#options.secondFolder();
      case 'printed':
        return this.#options.printed();
    }
  }
}
