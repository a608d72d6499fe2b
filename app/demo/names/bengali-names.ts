import { type NameList, nameParts } from './name-list.ts';

/** Bangla names in Bengali letters. */
export const bengaliNames: NameList = {
  female: nameParts(`
    ফাতেমা|Fatema,Fatima
    আয়েশা|Ayesha,Aysha
    রহিমা|Rahima,Rohima
    নাসরিন|Nasrin,Nasreen
    শাহিদা|Shahida,Sahida
    সালমা|Salma
    রোকেয়া|Rokeya,Rokaya
    জাহানারা|Jahanara
    মরিয়ম|Moriom,Mariam
    শিরিন|Shirin,Shireen
    তাসলিমা|Taslima
    পারভীন|Parvin,Parveen
    সুফিয়া|Sufia,Sofia
    লাভলী|Lovely
    রাশেদা|Rasheda,Rashida
    মমতাজ|Momtaz,Mumtaz
  `),
  male: nameParts(`
    আব্দুল করিম|Abdul Karim,Abdul Korim
    মোহাম্মদ রফিক|Mohammad Rafiq,Md Rofiq
    জাহাঙ্গীর|Jahangir,Jahangeer
    শফিকুল|Shafiqul,Safiqul
    নূর আলম|Nur Alam,Noor Alam
    কামাল|Kamal
    রুবেল|Rubel
    সোহেল|Sohel,Suhel
    আনোয়ার|Anwar,Anowar
    মিজান|Mizan
    হাবিবুর|Habibur
    ইলিয়াস|Elias,Ilyas
    তোফাজ্জল|Tofazzal,Tofazzol
    বাবুল|Babul
    সেলিম|Selim,Salim
    মনির|Monir,Munir
  `),
  family: nameParts(`
    হোসেন|Hossain,Hussain,Hosen
    ইসলাম|Islam
    মিয়া|Mia,Miah,Miya
    উদ্দিন|Uddin
    চৌধুরী|Chowdhury,Choudhury
    সরকার|Sarkar,Sarker
    শিকদার|Sikder,Shikdar
    মোল্লা|Molla,Mollah
    খন্দকার|Khandakar,Khondaker
    তালুকদার|Talukder,Talukdar
    হাওলাদার|Howlader,Hawladar
    প্রামানিক|Pramanik
    ভূঁইয়া|Bhuiyan,Bhuiya
    মণ্ডল|Mondal,Mandal
  `),
  femaleFamily: nameParts(`
    বেগম|Begum
    খাতুন|Khatun,Khatoon
    আক্তার|Akter,Akhter
    সুলতানা|Sultana
    বিবি|Bibi
  `),
};
