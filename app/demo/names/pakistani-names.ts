import { type NameList, nameParts } from './name-list.ts';

/** Urdu and Punjabi names in Urdu letters. */
export const pakistaniNames: NameList = {
  female: nameParts(`
    عائشہ|Ayesha,Aisha,Aysha
    سعدیہ|Sadia,Saadia
    نائلہ|Naila,Nayla
    شازیہ|Shazia,Shaziya
    صائمہ|Saima,Saimah
    رخسانہ|Rukhsana,Rukhsanah
    زینب|Zainab,Zaynab
    کلثوم|Kulsoom,Kalsoom
    بشریٰ|Bushra
    ثمینہ|Samina,Sameena
    فرزانہ|Farzana
    نسرین|Nasreen,Nasrin
    طاہرہ|Tahira,Tahirah
    خدیجہ|Khadija,Khadeeja
    عذرا|Azra
    نازیہ|Nazia,Naziya
    رضیہ|Razia,Raziya
    شمیم|Shamim,Shameem
    کنیز|Kaneez,Kaniz
    حنا|Hina
    ریحانہ|Rehana,Raihana
    صفیہ|Safia,Safiya
    یاسمین|Yasmeen,Yasmin
    مہرین|Mehreen,Mahrin
  `),
  male: nameParts(`
    محمد اسلم|Muhammad Aslam,Mohd Aslam
    طارق|Tariq,Tarik
    عثمان|Usman,Osman,Othman
    بلال|Bilal
    عدنان|Adnan
    کاشف|Kashif
    وسیم|Waseem,Wasim
    شاہد|Shahid,Shahed
    ریاض|Riaz,Riyaz
    اصغر|Asghar
    غلام رسول|Ghulam Rasool,Ghulam Rasul
    امجد|Amjad
    فیصل|Faisal,Faysal
    ندیم|Nadeem,Nadim
    رشید|Rashid,Rasheed
    سلیم|Saleem,Salim
    ارشد|Arshad
    جمیل|Jameel,Jamil
    اکرم|Akram
    منیر|Munir,Muneer
    صابر|Sabir,Saber
    یاسر|Yasir,Yaser
    خرم|Khurram,Khuram
    ذیشان|Zeeshan,Zishan
  `),
  family: nameParts(`
    خان|Khan
    احمد|Ahmed,Ahmad
    حسین|Hussain,Hussein
    ملک|Malik,Malek
    چوہدری|Chaudhry,Chowdhry,Choudhary
    قریشی|Qureshi,Quraishi
    انصاری|Ansari
    صدیقی|Siddiqui,Siddiqi
    اعوان|Awan
    راجپوت|Rajput
    گجر|Gujjar,Gujar
    آفریدی|Afridi
    خٹک|Khattak,Khatak
    درانی|Durrani,Durani
    بنگش|Bangash
    مغل|Mughal,Moghul
    لودھی|Lodhi
    بٹ|Butt
    ڈار|Dar
    میمن|Memon
    جوکھیو|Jokhio
    سومرو|Soomro
    بگٹی|Bugti
    رند|Rind
  `),
};
