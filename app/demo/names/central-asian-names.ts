import { type NameList, nameParts } from './name-list.ts';

/** Tajik and Uzbek names in Cyrillic letters. */
export const centralAsianNames: NameList = {
  female: nameParts(`
    Зарина|Zarina
    Мадина|Madina
    Гулнора|Gulnora,Gulnara
    Фарзона|Farzona,Farzana
    Шаҳноза|Shahnoza,Shakhnoza
    Нигина|Nigina
    Мавлюда|Mavlyuda,Mavluda
    Ситора|Sitora
    Дилбар|Dilbar
    Манижа|Manizha,Manija
    Хуршеда|Khursheda,Xursheda
    Саодат|Saodat
  `),
  male: nameParts(`
    Фирдавс|Firdavs,Firdaus
    Рустам|Rustam
    Шерзод|Sherzod
    Муҳаммад|Muhammad,Mukhammad
    Бахтиёр|Bakhtiyor,Bahtiyar
    Далер|Daler
    Илҳом|Ilhom,Ilkhom
    Умед|Umed,Umid
    Ҷамшед|Jamshed,Dzhamshed
    Сухроб|Suhrob,Sukhrob
    Абдулло|Abdullo,Abdulla
    Фарход|Farhod,Farkhod
  `),
  family: nameParts(`
    Раҳимов|Rahimov,Rakhimov
    Каримов|Karimov
    Назаров|Nazarov
    Юсупов|Yusupov,Iusupov
    Сафаров|Safarov
    Холматов|Kholmatov,Xolmatov
    Ҳакимов|Hakimov,Khakimov
    Мирзоев|Mirzoev,Mirzoyev
    Турсунов|Tursunov
    Одинаев|Odinaev,Odinayev
  `),
  femaleFamily: nameParts(`
    Раҳимова|Rahimova,Rakhimova
    Каримова|Karimova
    Назарова|Nazarova
    Юсупова|Yusupova,Iusupova
    Сафарова|Safarova
    Холматова|Kholmatova,Xolmatova
    Ҳакимова|Hakimova,Khakimova
    Мирзоева|Mirzoeva,Mirzoyeva
    Турсунова|Tursunova
    Одинаева|Odinaeva,Odinayeva
  `),
};
