/** The thread that reads PDFs; the page starts it from its own origin. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
