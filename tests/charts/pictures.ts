import { createCanvas, Image, loadImage } from 'canvas';

/** The pixels of a PNG, decoded by the canvas and not by us. */
export async function decoded(
  png: Uint8Array,
): Promise<{ width: number; height: number; data: Buffer }> {
  const image: Image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return { width: image.width, height: image.height, data: canvas.toBuffer('raw') };
}
