export { createCanvas, loadImage, Image } from '@napi-rs/canvas';
