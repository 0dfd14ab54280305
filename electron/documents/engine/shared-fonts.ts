/** pdfmake's document with fonts that are parsed once for all documents of a thread. */
import { type Face, faces } from './fonts.ts';
import { type DocumentFont, type DocumentFontClass, type LaidOutRun, PdfDocument } from './pdfmake-parts.ts';

/** Words that are laid out already, by face; they are much the same in every document. */
const laidOut: Record<Face, Map<string, LaidOutRun>> = {
  normal: new Map(),
  bold: new Map(),
  italics: new Map(),
  bolditalics: new Map(),
};
/** Beyond this a face forgets its words, so that notes of a thousand communes do not pile up. */
const mostWords = 20_000;

const noFiles = () => false;
let fontOfFace: (new (document: SharedFontDocument, face: Face, id: string) => DocumentFont) | undefined;

/** pdfkit does not export the class of its fonts, so it is taken from one. */
function sharedFontClass() {
  if (fontOfFace !== undefined) return fontOfFace;
  const opened = new PdfDocument({}, {}, {}, {}, { font: null, autoFirstPage: false }, null, noFiles);
  const EmbeddedFont = opened.font(faces().normal.bytes)._font?.constructor as DocumentFontClass;
  fontOfFace = class extends EmbeddedFont {
    readonly #words: Map<string, LaidOutRun>;

    constructor(document: SharedFontDocument, face: Face, id: string) {
      super(document, faces()[face].font, id);
      this.#words = laidOut[face];
    }

    override layout(text: string, features: unknown, onlyWidth = false): LaidOutRun {
      if (features) return super.layout(text, features, onlyWidth);
      if (!/[ \t]./s.test(text)) return this.#word(text);
      const words = text.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? [];
      const runs = words.map((word) => this.#word(word));
      const advanceWidth = runs.reduce((sum, run) => sum + run.advanceWidth, 0);
      return onlyWidth
        ? { glyphs: [], positions: [], advanceWidth }
        : {
            glyphs: runs.flatMap(({ glyphs }) => glyphs),
            positions: runs.flatMap(({ positions }) => positions),
            advanceWidth,
          };
    }

    #word(text: string): LaidOutRun {
      const known = this.#words.get(text);
      if (known !== undefined) return known;
      if (this.#words.size >= mostWords) this.#words.clear();
      const { glyphs, positions, advanceWidth } = this.layoutRun(text);
      const run = { glyphs, positions, advanceWidth };
      this.#words.set(text, run);
      return run;
    }
  };
  return fontOfFace;
}

export class SharedFontDocument extends PdfDocument {
  readonly #provided = new Map<Face, DocumentFont>();

  constructor(options: object) {
    // NOTE: nothing of ours comes from a path, so no path is allowed; URLs are never resolved.
    super({}, {}, {}, {}, options, null, noFiles);
  }

  override provideFont(_family: string, bold: boolean, italics: boolean): DocumentFont {
    const face = this.getFontType(bold, italics);
    let font = this.#provided.get(face);
    if (font === undefined) {
      this._fontCount += 1;
      font = new (sharedFontClass())(this, face, `F${this._fontCount}`);
      this._fontFamilies[font.id] = font;
      this.#provided.set(face, font);
    }
    this._font = font;
    return font;
  }
}
