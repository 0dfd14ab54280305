/** Photos are attached as they are; large ones come with a copy that is small enough for the screen and for print. */
import { largestPrintCopy } from '../../electron/api.ts';
import { base64Of } from '../base64.ts';

/** Of the longer side of a copy, in pixels. */
const longestSide = 1_600;
/** A photo up to this size, in bytes, and with no longer side needs no copy. */
const smallEnough = 500_000;

/** The photo made smaller, as JPEG in base64; null for what needs no copy, or is no photo that the browser can read. */
export async function printCopyOf(file: Blob): Promise<string | null> {
  if (!file.type.startsWith('image/')) return null;
  let photo: ImageBitmap;
  try {
    // As the camera was held.
    photo = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
  try {
    const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height));
    if (scale === 1 && file.size <= smallEnough) return null;
    const copy = await drawn(photo, scale);
    return copy.size > largestPrintCopy ? null : await base64Of(copy);
  } finally {
    photo.close();
  }
}

function drawn(photo: ImageBitmap, scale: number): Promise<Blob> {
  const width = Math.max(1, Math.round(photo.width * scale));
  const height = Math.max(1, Math.round(photo.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser cannot draw');
  // What is transparent is paper.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
