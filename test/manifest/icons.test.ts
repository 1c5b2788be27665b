import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

type Picture = { width: number; height: number; pixels: Uint8Array };

/** Reads the PNGs that we draw: 8 bits a channel, RGBA or RGB, not interlaced (PNG specification, sections 5, 9 and 11). */
function readPng(file: string): Picture & { channels: number } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([bytes[24], bytes[28]]).toEqual([8, 0]);
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0] ?? 0;
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.subarray(at + 4, at + 8).toString('latin1') === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return { width, height, channels, pixels: unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels) };
}

function unfilter(raw: Uint8Array, line: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x < step ? 0 : (out[y * line + x - step] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * line + x] ?? 0);
      const corner = x < step || y === 0 ? 0 : (out[(y - 1) * line + x - step] ?? 0);
      out[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0);
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const pixelsOf = ({ pixels, channels }: ReturnType<typeof readPng>) =>
  Array.from({ length: pixels.length / channels }, (_, at) => [...pixels.subarray(at * channels, (at + 1) * channels)]);

describe('the icons', () => {
  it('colour: 192 x 192, without a transparent pixel, since Teams rounds the corners', () => {
    const picture = readPng('manifest/color.png');
    expect([picture.width, picture.height]).toEqual([192, 192]);
    expect(pixelsOf(picture).every(([, , , alpha = 255]) => alpha === 255)).toBe(true);
  });

  it('colour: stands on the accent colour of the manifest', () => {
    const [red = 0, green = 0, blue = 0] = pixelsOf(readPng('manifest/color.png'))[0] ?? [];
    const { accentColor } = JSON.parse(readFileSync('manifest/manifest.json', 'utf8'));
    expect(`#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()).toBe(accentColor);
  });

  it('outline: 32 x 32, white or transparent and nothing else, with a free corner', () => {
    const picture = readPng('manifest/outline.png');
    expect([picture.width, picture.height, picture.channels]).toEqual([32, 32, 4]);
    const pixels = pixelsOf(picture);
    expect(pixels.filter(([red, green, blue, alpha]) => alpha !== 0 && (red !== 255 || green !== 255 || blue !== 255))).toEqual([]);
    expect(pixels[0]?.[3]).toBe(0);
    expect(pixels.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(100);
  });

  it.each(['color', 'outline'])('%s: its drawing is kept beside it and has words for those who do not see it', (name) => {
    expect(readFileSync(`manifest/${name}.svg`, 'utf8')).toMatch(/<title>.{20,}<\/title>/);
  });
});
