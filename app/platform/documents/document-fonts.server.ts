import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Regular and bold faces only; the monospace face of codes comes with Typst. Families are named in page.typ. */
const faces = [
  ['noto-sans', 'NotoSans'],
  ['noto-naskh-arabic', 'NotoNaskhArabic'],
  ['noto-nastaliq-urdu', 'NotoNastaliqUrdu'],
  ['noto-sans-bengali', 'NotoSansBengali'],
  ['noto-sans-ethiopic', 'NotoSansEthiopic'],
] as const;

/** The bytes of the TTF files, about 5 MB in all, read from the installed font packages. */
export function readDocumentFonts(projectRoot: string): Buffer[] {
  const { resolve } = createRequire(join(projectRoot, 'package.json'));
  return faces.flatMap(([pack, file]) => {
    const folder = dirname(resolve(`@expo-google-fonts/${pack}/package.json`));
    return ['400Regular', '700Bold'].map((face) => readFileSync(join(folder, face, `${file}_${face}.ttf`)));
  });
}
