import { normaliseName } from './normalise-name.ts';

/**
 * Names that are one although their letters are far apart, and words that say little because many bear them.
 * General knowledge, kept short: spellings that the letter tables find by themselves need not stand here.
 * One line: weight of the word (1 is an ordinary name), likelihood that two of the line are one name, spellings.
 */
const lines = `
0.4 0.97 muhammad mohammed mohamed mohammad mohamad muhammed mohammod muhammod mahomed mohamud md mohd muhd mhd mehmed محمد মুহাম্মদ মোহাম্মদ মোহাম্মাদ মুহম্মদ মোহাম্মেদ মো মোঃ মুহা मोहम्मद मुहम्मद मो мухаммад мухаммед мохаммед мохаммад мухамед мохамед мухамад
0.6 0.85 magomed mehmet mamadou mamadu muhammad mohammed محمد мухаммад магомед магомет মুহাম্মদ মোহাম্মদ
0.6 0.97 ahmed ahmad ahmet ahamed أحمد احمد আহমেদ আহমদ আহম্মেদ आहमद अहमद ахмед ахмад ахмат
0.6 0.97 ali aly علي علی আলী আলি अली али
0.6 0.97 hussain hussein hossain hossein hosain husain husayn hosen حسين حسین হোসেন হোসাইন হুসাইন হুসেন हुसैन хусейн хуссейн хусайн гусейн
0.6 0.97 hassan hasan حسن হাসান হাছান हसन хасан гасан
0.5 0.97 khan خان খান খাঁন খাঁ ख़ान खान хан
0.5 0.97 abdul abdel abd abdal abdol abdur abdus abdoul عبد আব্দুল আবদুল আব্দুর আবদুর আব্দুস अब्दुल अब्द абдул абд абдель
0.6 0.97 islam eslam إسلام اسلام ইসলাম इस्लाम ислам
0.6 0.97 begum begam begom بيگم بیگم বেগম बेगम бегум
0.6 0.97 khatun khatoon خاتون খাতুন খাতুনে
0.6 0.97 akter akhter aktar akhtar akther أختر اختر আক্তার আখতার আকতার
0.6 0.97 rahman rehman rahaman rohman رحمن رحمان رحمٰن الرحمن রহমান रहमान рахман рахмон
0.6 0.95 uddin eddin eddine aldin aldeen الدين দীন উদ্দিন উদ্দীন उद्दीन уддин
0.6 0.97 haque haq huq hoque hoq hak হক حق हक хак
0.6 0.97 das dass দাস দাশ दास
0.6 0.97 roy ray rai রায় राय রয়
0.6 0.97 singh sing সিং সিংহ সিংঘ सिंह सिंघ سنگھ сингх
0.6 0.97 kumar কুমার कुमार кумар
0.7 0.97 chowdhury choudhury chaudhary chaudhry chaudhuri chowdhuri choudhary چودھری چوہدری تشودري শৌধুরী চৌধুরী চৌধুরি चौधरी चौधुरी
0.8 0.9 mukherjee mukherji mukerji mukhopadhyay mukhopadhyaya মুখার্জী মুখার্জি মুখোপাধ্যায় मुखर्जी
0.8 0.9 banerjee banerji bandyopadhyay bandopadhyay ব্যানার্জী ব্যানার্জি বন্দ্যোপাধ্যায় बनर्जी
0.8 0.9 chatterjee chatterji chattopadhyay chattopadhyaya চ্যাটার্জী চ্যাটার্জি চট্টোপাধ্যায় चटर्जी
0.8 0.9 ganguly ganguli gangopadhyay গাঙ্গুলী গাঙ্গুলি গঙ্গোপাধ্যায় गांगुली
0.8 0.9 bhattacharya bhattacharjee bhattacharyya bhattacharyay ভট্টাচার্য ভট্টাচার্য্য ভট্টাচার্যী भट्टाचार्य
1 0.95 thakur tagore ঠাকুর टैगोर ठाकुर طاغور
0.8 0.95 bose basu বসু বোস बोस बसु
0.7 0.95 biswas vishwas bishwas বিশ্বাস विश्वास
1 0.97 yusuf youssef yousef yousuf yosef يوسف یوسف ইউসুফ юсуф юсеф юсиф यूसुफ़ यूसुफ
1 0.85 yusuf youssef yousef joseph josef jose giuseppe iosif يوسف یوسف جوزيف ইউসুফ জোসেফ জোসেফ юсуф иосиф юсеф यूसुफ़ जोसेफ़
1 0.8 ibrahim ebrahim abraham إبراهيم ابراهيم ابراہیم ইব্রাহিম ইব্রাহীম আব্রাহাম ибрагим ибрахим
1 0.75 musa moses moussa موسى মুসা মোশি муса мойсей
1 0.8 maryam mariam mary maria marie miriam مريم মরিয়ম মারিয়া мария марьям мариам
1 0.8 sulaiman suleiman soleiman solomon sulayman سليمان সোলায়মান সুলাইমান сулейман соломон
1 0.8 dawud daoud daud dawood david داود داوود ديفيد দাউদ ডেভিড дауд давид
1 0.8 yaqub yakub yacoub jacob yakov يعقوب ইয়াকুব জ্যাকব якуб яков
1 0.8 ishaq ishak isaac إسحاق اسحاق ইসহাক আইজ্যাক исхак исаак
1 0.75 yahya yehia john johannes ivan يحيى يحیی ইয়াহিয়া яхья иван
1 0.8 ismail ismael ishmael إسماعيل اسماعيل ইসমাইল исмаил
1 0.8 iskandar eskandar alexander aleksandr alexandre إسكندر اسكندر ألكسندر আলেকজান্ডার সিকান্দার александр искандер сикандар सिकंदर
1 0.9 aisha ayesha aicha aysha aishah aysheh عائشة عايشة عایشه عائشہ আয়েশা আয়শা आयशा аиша айша аишат
1 0.93 khadija khadiza khadijah khadidja hatice خديجة خديجه خدیجه খাদিজা хадиджа хадича
1 0.93 fatima fatema fatma fatimah fatemeh fatoumata فاطمة فاطمه ফাতিমা ফাতেমা फ़ातिमा फातिमा фатима фатма
1 0.9 zainab zeinab zaynab zeynep joynab jaynab زينب زینب জয়নব জয়নাব যয়নব зайнаб зейнаб
1 0.9 uthman osman othman usman عثمان ওসমান উসমান осман усман усмон
0.4 0.97 mohammadullah mahmudullah mahmoudullah মাহমুদউল্লাহ মাহমুদুল্লাহ
0.25 0.97 syed sayed sayyid seyed saiyid sayeed سيد سید السيد সৈয়দ সাইয়েদ सैयद саид сейид
0.25 0.97 sheikh shaikh shekh cheikh sheik شيخ شیخ الشيخ শেখ শাইখ शेख़ शेख шейх
0.2 0.97 haji hajji hadji alhaj hajj حاج حاجي حاجی الحاج হাজী আলহাজ্ব হাজি хаджи ходжи
0.2 0.97 dr doctor ডাঃ ডা ড دكتور د डॉ др
0.2 0.97 mr mrs ms mst mosammat mosammot musammat most মোসাম্মৎ মোছাঃ মোসাঃ মোছা মোসা মিসেস জনাব श्री श्रीमती
0.3 0.97 mir meer amir مير میر মীর मीर мир
0.3 0.97 kazi qazi kaji qadi قاضي قاضی القاضي কাজী काज़ी кази
0.3 0.97 maulana mawlana moulana maulvi mullah mulla molla ملا مولانا মাওলানা মোল্লা मौलाना мулла
0.2 0.97 sir sri shri shree lord স্যার শ্রী سير
0.15 0.97 bin ibn ben ibne bn بن ابن ইবনে বিন ইবন बिन бин ибн бен
0.15 0.97 bint binti bte binte بنت বিনতে бинт
0.2 0.95 abu abou abo bu أبو ابو আবু अबू абу
0.2 0.95 umm um om oum umme أم ام উম্মে ум умм
0.15 0.97 al el ul ur ال আল উল উর अल उल उर аль эль ал
0.15 0.95 de da di del della do du des dos der van von van la le di دي دا دو دل ديل فان فون دو لا لو دي ডি দে ভ্যান ফন ডা লা ডু де да ди дель ду ван фон ла ле
0.2 0.95 zada zadeh zade زاده زادہ জাদা заде зода
0.2 0.9 jr junior sr senior جونيور الابن জুনিয়র младший
`;

interface KnownName {
  weight: number;
  likelihood: number;
}

const groups: KnownName[] = [];
const groupsOf = new Map<string, number[]>();
for (const line of lines.trim().split('\n')) {
  const [weight = '1', likelihood = '1', ...spellings] = line.split(' ');
  const group = groups.push({ weight: Number(weight), likelihood: Number(likelihood) }) - 1;
  for (const spelling of new Set(spellings.flatMap((one) => normaliseName(one).map((word) => word.text)))) {
    const known = groupsOf.get(spelling);
    if (known) {
      if (!known.includes(group)) known.push(group);
    } else groupsOf.set(spelling, [group]);
  }
}

const nowhere: readonly number[] = [];

/** The lines of the table in which a normalised word stands. */
export function knownGroups(word: string): readonly number[] {
  return groupsOf.get(word) ?? nowhere;
}

/** How likely two normalised words are one name by common knowledge; 0 when the table says nothing. */
export function knownVariant(a: readonly number[], b: readonly number[]): number {
  let best = 0;
  for (const group of a) if (b.includes(group)) best = Math.max(best, groups[group]?.likelihood ?? 0);
  return best;
}

/** How much a word tells people apart: 1 for an ordinary name, less for what many bear. */
export function knownWeight(of: readonly number[]): number {
  const group = of[0];
  return group === undefined ? 1 : (groups[group]?.weight ?? 1);
}
