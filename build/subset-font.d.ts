/** The part of subset-font that is used here; the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'sfnt';
      /** OpenType features that stay. */
      readonly keepFeatures: readonly string[];
      readonly noLayoutClosure: boolean;
      readonly noHinting: boolean;
      readonly dropTables: readonly string[];
    },
  ): Promise<Uint8Array>;
}
