/** The modules that pdfmake is made of; the package brings no types for them. */
declare module 'pdfmake/js/*.js' {
  const exports: object;
  export default exports;
}
