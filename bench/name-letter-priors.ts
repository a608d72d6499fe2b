/**
 * What is known before any pair is seen: which letters stand for which, as counts that are added to the learned
 * ones. `left:right,right*count`. They keep letters usable that the pairs hardly show (Persian, Urdu, Bengali).
 */
function counts(text: string, usual: number): Map<string, number> {
  const prior = new Map<string, number>();
  for (const entry of text.trim().split(/\s+/u)) {
    const [left = '', rights = ''] = entry.split(':');
    for (const right of rights.split(',')) {
      const [letters = '', times] = right.split('*');
      prior.set(`${left}|${letters}`, times === undefined ? usual : Number(times));
    }
  }
  return prior;
}

function both(prior: Map<string, number>): Map<string, number> {
  const mirrored = new Map<string, number>();
  for (const [name, value] of prior) {
    const bar = name.indexOf('|');
    mirrored.set(name, value);
    mirrored.set(`${name.slice(bar + 1)}|${name.slice(0, bar)}`, value);
  }
  return mirrored;
}

const same = (letters: string, times: number) =>
  [...letters].map((letter) => `${letter}:${letter}*${times}`).join(' ');

const arabic = counts(
  `a:ا,أ,آ,ع,ى,ة b:ب t:ت,ط,ٹ th:ث,ت,ذ,تھ j:ج,ژ h:ح,ه,ة,ھ kh:خ,كھ d:د,ض,ڈ dh:ذ,ض,ظ,دھ r:ر,ڑ z:ز,ذ,ظ,ض s:س,ص,ث sh:ش
   š:ش gh:غ,گھ f:ف q:ق k:ك,ق l:ل m:م n:ن w:و v:ف,ڤ,و*8 y:ي i:ي,إ,ئ u:و o:و,أو e:ي,إ,ه,ة ph:ف,پ g:ج,غ,گ*8,ق,ك p:ب,پ*8
   ch:تش,ش,چ*8,خ,ك č:تش,چ ž:ج,ژ zh:ج,ژ x:كس c:ك,س,ق bh:بھ jh:جھ ou:و oo:و ee:ي ai:ي,اي au:و,او`,
  3,
);

const cyrillic = counts(
  `a:а,я b:б v:в w:в,у g:г d:д e:е,э,и yo:ё zh:ж z:з i:и,і y:й,ы,и k:к q:к l:л m:м n:н o:о,а p:п r:р s:с,з t:т u:у f:ф
   h:х,г kh:х gh:г ts:ц ch:ч sh:ш shch:щ yu:ю ya:я j:дж,ж,й š:ш č:ч ž:ж c:к,с,ц ou:у oo:у ee:и x:кс th:т,с ph:ф`,
  3,
);

const indic = counts(
  `${same('bdfghijklmnprstuwyz', 20)} a:a*30,ə*20,o,e*2 o:o*12,ə*20,u*8,a*2 e:e*14,i*8,ə*4,a*4 i:e*3,y*2 u:o*6,w*2,ə*2
   :ə*20 v:b*6,v*10,w*2,bh*8 b:v*2,bh*3 w:b*4,o*2,v*6 z:j*25,s z:z*10 s:sh*12,s*25,ch*2 sh:sh*25,s*6 j:j*20,z*2 y:j*4,i*8,y*12
   ph:f*4,ph*4 f:f*12,ph*8 p:p*15,f*2 q:k*8,q*8 k:k*25,kh*2 x:kh,ks*6,kx c:k*8,s*5,ch*2 ch:ch*15,chh*6,kh*2 chh:chh*6 g:g,gh*2,j*5
   gh:gh*8,g*3 kh:kh*12,k*3 th:th*12,t*5 t:t,th*3 dh:dh*8,d*3,j*2 d:d,dh*3 bh:bh*8 jh:jh*5 ee:i*10 oo:u*10 ou:ou*4,u*6
   au:ou*4,o*3,au*5 aw:o*2,ao*2 oy:oi,ay*2 ai:oi*4,ai*4,ay*3,e*4 ay:ay*3,e*3 ay:əy*2 oi:oi ow:ou*3,o*3,ao ia:iy*2 r:r,rh*2 n:ng*3,m*2
   ng:ng*8,n m:n*3 h:*15 y:*6 ya:y*2 ri:ri*6 ksh:kh*4,ksh*3 x:khm dr:ndr gy:gg,gy wa:wa,oa*3 č:ch š:sh ž:j ö:o ü:u`,
  5,
);

const latinLetters = 'abcdefghijklmnopqrstuvwxyzšžčçğöüțłñ';
const latin = both(
  counts(
    `${same(latinLetters, 40)} u:o*12,oo*6,ou*8 i:e*10,y*8,ee*6,ie*3 y:ee*2 a:e*8,o*2,aa*3 k:q*6,c*6,kh*4 g:gh*3,j*2 s:z*5,š*3 z:ž*3,j*3
     sh:š*5,ch*3,s*2 ch:č*5,tch*2,c*3,kh*2 v:w*6,b*2,f*3 f:ph*4 h:*8,kh*3 e:*8 a:*6 o:*3 i:*4 u:*3 w:*2 y:* d:dh*3,t*3 t:th*3
     dh:z*2 th:s*2 dj:j*4 j:y*3,i*2 oe:ö*3 ue:ü*3 o:ö*3,au u:ü*3 l:ł*3 n:ñ*3,ng g:ğ*3 c:ç*3,s*2 ts:c*2,ț*2 x:ks*3 ai:ay*3,ei*3,ey*2
     au:aw*2,ou*2 v:u ou:w*2 p:b*2`,
    1,
  ),
);

const arabicLetters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىئؤءپچژگٹڈڑھڤ';
const arabicSpelling = both(
  counts(
    `${same(arabicLetters, 40)} ا:أ*15,إ*12,آ*8,ى*4,ة*4,ه*2,ع* ي:ى*10,ئ*4 ه:ة*12,ح*2,ھ*5 و:ؤ*4 ك:ق*2,گ*4 گ:ج*5,غ*5,ق*3 پ:ب*6 چ:تش*5,ش*3,ج*4
     ژ:ج*3,ز*2 ڤ:ف*5,و*2 ف:و*2 ٹ:ت*5,ط*2 ڈ:د*5 ڑ:ر*5 ت:ط*3,ة*2 س:ص*3,ث*3 ز:ذ*3,ض*2,ظ*2,س*2 د:ض*2,ذ ا:*10 و:*8 ي:*10 ء:*6
     ئ:*2 ه:*3 غ:ج*4`,
    1,
  ),
);

/** Prior counts by table. */
export const letterPriors = { arabic, cyrillic, indic, latin, arabicSpelling };
