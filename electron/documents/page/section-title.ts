import type { ContentText } from 'pdfmake/interfaces.js';

export function sectionTitle(text: string): ContentText {
  return { text, bold: true, margin: [0, 10, 0, 5] };
}
