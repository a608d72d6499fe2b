import { type NameList, nameParts } from './name-list.ts';

/** Dari and Pashto names in Persian letters. */
export const afghanNames: NameList = {
  female: nameParts(`
    فاطمه|Fatima,Fatema,Fatimah
    زهرا|Zahra,Zehra
    مریم|Maryam,Mariam
    شکریه|Shukria,Shokria
    نازنین|Nazanin,Nazaneen
    گلالی|Gulalai,Gulalay
    پلوشه|Palwasha,Palwesha
    زرغونه|Zarghuna,Zarghona
    رابعه|Rabia,Rabea
    لیلا|Laila,Leila,Layla
    سمیه|Sumaya,Somaya
    حلیمه|Halima,Haleema
    سکینه|Sakina,Sakeena
    معصومه|Masuma,Masooma
    نرگس|Nargis,Narges
    فرشته|Freshta,Fereshta
    شبنم|Shabnam
    نیلوفر|Nilofar,Niloofar
    تورپیکی|Torpekai,Turpekai
    صدیقه|Sediqa,Siddiqa
    حوا|Hawa
    ثریا|Soraya,Suraya
    راضیه|Razia,Raziya
    مژگان|Mozhgan,Mujgan
  `),
  male: nameParts(`
    محمد|Mohammad,Muhammad,Mohammed
    احمد|Ahmad,Ahmed
    عبدالله|Abdullah,Abdallah
    حمید|Hamid,Hameed
    نجیب‌الله|Najibullah,Najeebullah
    فرید|Farid,Fareed
    جاوید|Jawid,Javid,Jawed
    رحمت‌الله|Rahmatullah,Rahmat Ullah
    یوسف|Yusuf,Yousef,Yousuf
    داوود|Dawood,Daud
    نادر|Nader,Nadir
    همایون|Humayun,Homayoun
    بشیر|Bashir,Basheer
    سمیع|Sami,Samee
    ذبیح‌الله|Zabihullah,Zabiullah
    عزیز|Aziz,Azeez
    حبیب|Habib,Habeeb
    قاسم|Qasim,Qasem,Kassim
    رضا|Reza,Raza
    علی|Ali
    مصطفی|Mustafa,Mostafa
    ابراهیم|Ibrahim,Ebrahim
    وحید|Wahid,Waheed
    نوید|Navid,Naweed
  `),
  family: nameParts(`
    احمدی|Ahmadi,Ahmady
    رحیمی|Rahimi,Raheemi
    حیدری|Haidari,Heydari
    نوری|Noori,Nuri
    کریمی|Karimi,Kareemi
    استانکزی|Stanikzai,Stanekzai
    صافی|Safi,Safy
    عزیزی|Azizi
    محمدی|Mohammadi,Muhammadi
    رضایی|Rezai,Rezayee
    حسینی|Hussaini,Hosseini
    هوتک|Hotak,Hotaki
    بارکزی|Barakzai,Barekzai
    نیازی|Niazi
    وردک|Wardak
    یعقوبی|Yaqubi,Yaqoobi
    امیری|Amiri,Ameeri
    شریفی|Sharifi,Shareefi
    قادری|Qaderi,Qadiri
    جعفری|Jafari,Jaffari
    سلطانی|Sultani,Soltani
    اکبری|Akbari
    زمانی|Zamani
    موسوی|Mousavi,Musawi
  `),
};
