import { expect, test } from 'vitest';
import { xmlFault } from './xml-faults.ts';

const head = '<?xml version="1.0" encoding="utf-8"?>\n';

test('a sound document passes', () => {
  expect(xmlFault(`${head}<a b="x &amp; y" c:d='1'/>`.replaceAll("'", '"'))).toBeUndefined();
  expect(xmlFault(`${head}<feed><title>a &lt;b&gt; ]] &#1606;</title><x/></feed>\n`)).toBeUndefined();
});

test.each([
  ['<a/>', 'no declaration'],
  [head, 'no root'],
  [`${head}<a>`, '<a> is open'],
  [`${head}<a></b></a>`, '</b> closes nothing'],
  [`${head}<a>x & y</a>`, 'a bare sign in: x & y'],
  [`${head}<a>&nbsp;</a>`, 'a bare sign in: &nbsp;'],
  [`${head}<a>]]></a>`, 'a bare sign in: ]]>'],
  [`${head}<a>1 < 2</a>`, 'no tag: < 2</a>'],
  [`${head}<a><script>alert(1)</script></a`, 'no tag: </a'],
  [`${head}<a b=1/>`, 'no tag: <a b=1/>'],
  [`${head}<a b="1" b="2"/>`, 'an attribute twice in <a>'],
  [`${head}<a b="&x"/>`, 'a bare sign in:  b="&x"'],
  [`${head}<!DOCTYPE x><a/>`, 'no tag: <!DOCTYPE x><a/>'],
  [`${head}<a/><b/>`, 'a second root <b>'],
  [`${head}<a/>x`, 'text outside: x'],
  [`${head}<a>\u0008</a>`, 'a character that XML has not'],
])('%j is faulty', (xml, fault) => {
  expect(xmlFault(xml)).toBe(fault);
});
