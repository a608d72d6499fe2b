import { create } from 'qrcode';

/**
 * A QR code as one SVG path, with the quiet zone of four modules that scanners ask for.
 * Error correction M: a fold or a stain may cover about 15 % of it. Not more than 400 characters are encoded.
 */
export function drawQrSvg(text: string): string {
  const { modules } = create(text.toWellFormed().slice(0, 400) || '-', { errorCorrectionLevel: 'M' });
  const size = modules.size;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < size && modules.get(row, column + 1)) column++;
      path += `M${start + 4} ${row + 4}h${column - start + 1}v1h-${column - start + 1}z`;
    }
  }
  const side = size + 8;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}
