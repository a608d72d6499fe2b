import { type NameList, nameParts } from './name-list.ts';

/** Arabic names of Iraq, Syria and Sudan. */
export const arabicNames: NameList = {
  female: nameParts(`
    هدى|Huda,Hoda
    رنا|Rana
    سمر|Samar
    نور|Nour,Noor,Nur
    آمنة|Amina,Amna
    إيمان|Iman,Eman
    رغد|Raghad
    سلمى|Salma
    وفاء|Wafaa,Wafa
    زينب|Zaynab,Zeinab
    عبير|Abeer,Abir
    خديجة|Khadija,Khadeeja
    منى|Mona,Muna
    دعاء|Duaa,Doaa
  `),
  male: nameParts(`
    خالد|Khaled,Khalid
    محمود|Mahmoud,Mahmood
    عبد الرحمن|Abd al-Rahman,Abdulrahman,Abdel Rahman
    أيمن|Ayman,Aiman
    سامر|Samer,Samir
    مازن|Mazen,Mazin
    طه|Taha
    إدريس|Idris,Edris
    ياسين|Yassin,Yaseen
    زياد|Ziad,Ziyad
    أنس|Anas
    حيدر|Haydar,Haider
    عبد الكريم|Abdul Karim,Abdelkarim
    مهند|Muhannad,Mohannad
  `),
  family: nameParts(`
    الحسن|al-Hassan,Elhassan
    الخطيب|al-Khatib,Alkhateeb
    العبيدي|al-Obaidi,Alubaidi
    حداد|Haddad
    الجبوري|al-Jubouri,Aljubori
    عثمان|Osman,Othman
    بكري|Bakri
    الشامي|al-Shami,Alshami
    نجار|Najjar,Najar
    الطائي|al-Taie,Altai
    يعقوب|Yaqoub,Yagoub
    الزبيدي|al-Zubaidi,Alzubaidy
    قاسم|Qasim,Gasim
    شحادة|Shehadeh,Shahada
  `),
};
