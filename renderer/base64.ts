/** Bytes as they cross the border to the services, and back. */

/**
 * Of a file, read by the browser beside the page, which stays alive meanwhile. Rejects when the system does not give the
 * bytes, as for a folder or a drive that is gone.
 */
export function base64Of(file: Blob): Promise<string> {
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

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  // NOTE: a plain loop, because a call per byte takes seconds for a large file.
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
