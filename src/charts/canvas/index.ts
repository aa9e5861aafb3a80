/**
 * The face of node-canvas that chartjs-node-canvas asks for by `require('canvas')`, on @napi-rs/canvas:
 * prebuilt, no system libraries, no download at install. `toBuffer('raw')` gives the pixels (premultiplied RGBA,
 * a copy) and is the way to an encoder of our own.
 */
export {
  CanvasElement,
  createCanvas,
  GlobalFonts,
  Image,
  loadImage,
  registerFont,
} from '@napi-rs/canvas/node-canvas.js';

/** What text and shapes are drawn with. */
export type { CanvasRenderingContext2D as Pen } from '@napi-rs/canvas/node-canvas.js';
