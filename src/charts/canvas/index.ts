/**
 * The face of node-canvas that chartjs-node-canvas asks for by `require('canvas')`, on @napi-rs/canvas:
 * prebuilt, no system libraries, no download at install.
 */
import { createCanvas as createAnyCanvas, type Canvas } from '@napi-rs/canvas/node-canvas.js';

export {
  CanvasElement,
  GlobalFonts,
  Image,
  loadImage,
  registerFont,
} from '@napi-rs/canvas/node-canvas.js';

export type { Canvas, CanvasRenderingContext2D as Pen } from '@napi-rs/canvas/node-canvas.js';

/**
 * A canvas of pixels (no SVG, no PDF). Its `toBuffer('raw')` gives a copy of the pixels, premultiplied RGBA: the way
 * to an encoder of our own.
 */
export function createCanvas(width: number, height: number): Canvas {
  return createAnyCanvas(width, height);
}
