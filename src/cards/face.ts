/**
 * The compass at the top of every card: the app's own mark, small, so that a card is known among others.
 */
import type { Image } from './elements.js';

/** `manifest/color.svg` with rounded corners, 56 px, PNG; written by `manifest/draw-icons.mjs`. Within the card: nobody's client asks us for it. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAADgAAAA4CAMAAACfWMssAAAASFBMVEVHcEyPvMn/uThad38QO0wSPE327+IjRUoROkwRO0wmTVuRoKBCZG/V1czi4NV1io7Iy8S2vbhXYEZrmKa/lz3nrDmArLqWgkBu+O02AAAACnRSTlMA////Nv//9H/BvtkxKwAAAk1JREFUSMedV1l2gzAMhDhAIq+suf9N6w1s2XLboPf60YRhRoutSdeFeL7e0/BnTO/Xs8vj+R7+He8M+hq+itdN3IX8GheRz+FGuDwbdQHBtGYCGhWiCYWe1RhDzVqQlHWGTAaENEYGvGRElqVSYRyIOxZwOgV3YCMqrcW88IxAqUwCL4H4/9myXbrG8VJvWWf8JAKCffWc6hiAy7ZvC9g3GmgCJVbEHDfsDxuLy0G2gPatuirf9vAxDRqr7VBdeH2QAs5SFt8noKjy9xlGIARFggCaUVHz5VN8bL52ajQ1kFEJOq0OuYdu2zRZBZS4aFHoZ1tsPz5T/VCXCOtZ/jiVe96gRNldJZWtTnxQp3kBlFUrpj0WdEOjLDEQsrRjeicOAa1WQMD0QcmHpSaCCNTpJIQHYNoeaWiGbPBLoMLHuWeXWPSFOrvdnUkbOxcpT9b3hwjt2LL8FJiziA3g2ttYPennV2AptffhSZdfpTJcHNHHWAHjquII3A52AvsDdwmuyezKD1KKUSy+c8sBGAwauYPm80WshlzVUtdq7lU15AIPq6esL/7s8GUH+RQBbBX2byV2TXoIXR2BAQ4qufIco8tKZhU9KKCkLiuXpUscYkEJSk5fj+5znYamBurGhRxXALQ60V4Bflnx0ENfHMawTvnHmoP1WAHvx8GtOdlec2Gx6nqxamKx3lzlE20eRutRwJkHsM5lpM1D066Mypjodki7QhokLscrJKcNUsOSCWYdmfVkTLQs2X0TeNt23je69631fTPvWb/8+fADJZFFWfySi+YAAAAASUVORK5CYII=';

/** The mark, drawn at half of its own size so that it is sharp on a phone. */
export const face: Image = {
  type: 'Image',
  url: `data:image/png;base64,${picture}`,
  altText: 'Ledelseskompas',
  width: '28px',
  height: '28px',
};
