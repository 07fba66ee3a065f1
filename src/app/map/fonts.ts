/// <reference types="vite/client" />

import plexRegular from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import plexSemibold from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import naskh from '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2?url';
import armenianRegular from '@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-400-normal.woff2?url';
import armenianSemibold from '@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-600-normal.woff2?url';
import cyrillicRegular from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff2?url';
import cyrillicSemibold from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff2?url';
import latinRegular from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import latinSemibold from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url';
import extendedRegular from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2?url';
import extendedSemibold from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2?url';
import serifCyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-italic.woff2?url';
import serifLatin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url';
import serifExtended from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff2?url';
import type { StyleSpecification } from 'maplibre-gl';

const LATIN = ['U+0-FF', 'U+131', 'U+152-153', 'U+2BB-2BC', 'U+2DA', 'U+2000-206F'];
const EXTENDED = ['U+100-2BA', 'U+2BD-2DF', 'U+1E00-1EFF'];
const CYRILLIC = ['U+301', 'U+400-45F', 'U+490-491'];
const ARMENIAN = ['U+530-58F', 'U+FB13-FB17'];
const ARABIC = ['U+600-6FF', 'U+750-77F', 'U+8A0-8FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];

type Faces = NonNullable<StyleSpecification['font-faces']>;

const faces = (files: readonly (readonly [string, readonly string[]])[]) =>
  files.map(([url, ranges]) => ({ url, 'unicode-range': [...ranges] }));

export const SANS = 'Mawdi Sans';
export const SEMIBOLD = 'Mawdi Sans Semibold';
/** Names of water: Latin and Cyrillic slant, Arabic stands upright in naskh. */
export const WATER = 'Mawdi Water';

/** The files of the fonts of the labels, so that every machine draws the same. */
export const FONT_FACES: Faces = {
  [SANS]: faces([
    [latinRegular, LATIN],
    [plexRegular, ARABIC],
    [extendedRegular, EXTENDED],
    [cyrillicRegular, CYRILLIC],
    [armenianRegular, ARMENIAN],
  ]),
  [SEMIBOLD]: faces([
    [latinSemibold, LATIN],
    [plexSemibold, ARABIC],
    [extendedSemibold, EXTENDED],
    [cyrillicSemibold, CYRILLIC],
    [armenianSemibold, ARMENIAN],
  ]),
  [WATER]: faces([
    [serifLatin, LATIN],
    [naskh, ARABIC],
    [serifExtended, EXTENDED],
    [serifCyrillic, CYRILLIC],
    [armenianRegular, ARMENIAN],
  ]),
};
