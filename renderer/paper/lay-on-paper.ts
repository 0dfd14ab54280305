/** Pages that are seen on paper only, in place of everything else. */
import type { DrawnPage } from './draw-pages.ts';
import classes from './paper.module.css';

export interface Paper {
  readonly pages: number;
  /** Opens the dialog of the system; the pages are cleared away once that has taken them. */
  print(): void;
  clear(): void;
}

let lying: Paper | null = null;

/** Answers once every picture is loaded; rejects when one cannot be. */
export async function layOnPaper(pages: readonly DrawnPage[]): Promise<Paper> {
  // What a browser never said to be printed.
  lying?.clear();
  const stack = document.createElement('div');
  stack.className = classes.paper ?? '';
  stack.setAttribute('aria-hidden', 'true');
  const paper: Paper = {
    pages: pages.length,
    print() {
      window.addEventListener('afterprint', paper.clear, { once: true });
      window.print();
    },
    clear() {
      stack.remove();
      document.body.removeAttribute('data-on-paper');
      for (const { address } of pages) URL.revokeObjectURL(address);
      if (lying === paper) lying = null;
    },
  };
  lying = paper;
  const pictures = pages.map(({ address, landscape }) => {
    const picture = new Image();
    picture.alt = '';
    picture.className = classes[landscape ? 'landscape' : 'portrait'] ?? '';
    picture.src = address;
    return picture;
  });
  stack.append(...pictures);
  document.body.append(stack);
  document.body.setAttribute('data-on-paper', '');
  try {
    await Promise.all(pictures.map(loaded));
  } catch (error) {
    paper.clear();
    throw error;
  }
  return paper;
}

/** NOTE: not `decode()`, which holds every page as it is on paper: 35 megabytes each. */
function loaded(picture: HTMLImageElement): Promise<void> {
  return new Promise((resolve, reject) => {
    picture.onload = () => resolve();
    picture.onerror = () => reject(new Error('a page that was drawn cannot be shown'));
  });
}
