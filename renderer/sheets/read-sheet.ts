/** A chosen file as it is sent: read by the browser beside the page, which stays alive meanwhile. */

/** The bytes of a file as base64. Rejects when the system does not give them, as for a folder or a drive that is gone. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      // NOTE: an empty file has an address without a comma in some browsers.
      resolve(address.includes(',') ? address.slice(address.indexOf(',') + 1) : '');
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
