/** Of the peers, what the contestants use: their own types are there only once they are installed. */
declare module '@react-pdf/renderer' {
  import type { FunctionComponent, ReactElement, ReactNode } from 'react';

  interface Page {
    readonly pageNumber: number;
    readonly totalPages?: number;
  }
  interface Box {
    readonly style?: Readonly<Record<string, unknown>>;
    readonly fixed?: boolean;
    readonly wrap?: boolean;
    readonly minPresenceAhead?: number;
    readonly render?: (page: Page) => ReactNode;
    readonly children?: ReactNode;
  }
  export const Document: FunctionComponent<{ title: string; language: string; children?: ReactNode }>;
  export const Page: FunctionComponent<Box & { readonly size: readonly [number, number] }>;
  export const View: FunctionComponent<Box>;
  export const Text: FunctionComponent<Box>;
  export const Svg: FunctionComponent<
    Box & { readonly width: number; readonly height: number; readonly viewBox: string }
  >;
  export const Path: FunctionComponent<Readonly<Record<string, string | number>>>;
  export const Font: {
    register(family: {
      readonly family: string;
      readonly fonts: readonly {
        readonly src: string;
        readonly fontWeight: 'normal' | 'bold';
        readonly fontStyle: 'normal' | 'italic';
      }[];
    }): void;
    registerHyphenationCallback(parts: (word: string) => string[]): void;
  };
  export function renderToBuffer(document: ReactElement): Promise<Uint8Array>;
}

declare module '@myriaddreamin/typst-ts-node-compiler' {
  export const NodeCompiler: {
    create(options: { readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[] }): {
      pdf(document: { readonly mainFileContent: string }, options: { readonly pdfTags: boolean }): Uint8Array;
      evictCache(mostAge: number): void;
    };
  };
}
