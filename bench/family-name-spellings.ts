/** Family name words with the ways they are spelled. One line: Latin spellings | Arabic script | Bengali. */
export const familyNames = `
Chowdhury Choudhury Chaudhuri Chaudhry Chowdhuri|تشودري چودهری|চৌধুরী চৌধুরি
Islam Eslam|إسلام اسلام|ইসলাম
Khan Khaan|خان|খান
Begum Begam|بيگم بيجوم|বেগম
Khatun Khatoon|خاتون|খাতুন
Akhter Akter Akhtar|أختر اختر|আক্তার আখতার আখতারুজ্জামান
Sarkar Sarker Sircar||সরকার
Talukdar Talukder||তালুকদার
Mia Miah Mian|ميا|মিয়া
Mollah Molla Mulla|ملا|মোল্লা
Sheikh Shaikh Shekh|شيخ|শেখ
Bhuiyan Bhuyan Bhuiya||ভূঁইয়া ভূইয়া
Howlader Hawladar||হাওলাদার
Sikder Sikdar Shikder||সিকদার শিকদার
Mondal Mandal||মণ্ডল মন্ডল
Biswas Bishwas||বিশ্বাস
Haque Haq Huq Hoque|حق|হক
Uddin Uddeen|الدين|উদ্দিন উদ্দীন
Kazi Qazi Kaji|قاضي|কাজী
Mirza Mirja|ميرزا|মির্জা
Patwary Patoary||পাটোয়ারী
Majumdar Mazumder Majumder||মজুমদার
Dewan Diwan|ديوان|দেওয়ান
Mukherjee Mukhopadhyay Mukerji||মুখোপাধ্যায় মুখার্জী মুখার্জি
Banerjee Bandyopadhyay Banerji||বন্দ্যোপাধ্যায় ব্যানার্জী ব্যানার্জি
Chatterjee Chattopadhyay Chatterji||চট্টোপাধ্যায় চ্যাটার্জী চ্যাটার্জি
Ganguly Gangopadhyay Ganguli||গাঙ্গুলী গঙ্গোপাধ্যায়
Bhattacharya Bhattacharjee Bhattacharyya||ভট্টাচার্য ভট্টাচার্য্য
Chakraborty Chakrabarti Chakravarty||চক্রবর্তী
Ghosh Ghose Gosh||ঘোষ
Bose Basu Bosu||বসু বোস
Das Dass||দাস দাশ
Dasgupta Das Gupta||দাশগুপ্ত দাসগুপ্ত
Sengupta Sen Gupta||সেনগুপ্ত
Gupta Gupto||গুপ্ত
Sen Sain||সেন
Roy Ray Rai||রায়
Dutta Datta Dutt||দত্ত
Dey De Dei||দে
Saha Shaha||সাহা
Pal Paul||পাল
Nag Naag||নাগ
Kundu Kundoo||কুণ্ডু কুন্ডু
Mitra Mitro||মিত্র
Guha Guho||গুহ
Nandi Nandy Nondi||নন্দী
Sinha Singha||সিংহ সিনহা
Singh Sing||সিং সিংহ
Thakur Tagore||ঠাকুর
Barua Baruah Borua||বড়ুয়া
Chakma Chakma||চাকমা
Tripura Tripura||ত্রিপুরা
Malik Mallik Mullick|مالك ملك|মালিক মল্লিক
Sharma Sarma||শর্মা
Verma Varma||ভার্মা বর্মা
Barman Burman||বর্মন বর্মণ
Deb Dev||দেব
Debnath Devnath||দেবনাথ
Halder Haldar||হালদার
Naskar Noskor||নস্কর
Maiti Maity||মাইতি
Jana Zana||জানা
Bera Berah||বেরা
Samanta Shamanta||সামন্ত
Adhikari Adhikary||অধিকারী
Acharya Acharjo||আচার্য
Goswami Gosvami||গোস্বামী
Gandhi Gandi|غاندي|গান্ধী গান্ধি
Nehru Neheru|نهرو|নেহরু নেহেরু
Zaman Jaman|زمان|জামান
Alam Alom|عالم|আলম
Anwar Anwari|أنوري|আনোয়ারী
Ansari Ansary|أنصاري انصاري|আনসারী
Hashemi Hashimi Hachemi|هاشمي|হাশেমী
Qureshi Kureishi Quraishi|قريشي|কোরেশী কুরাইশি
Farooqi Faruqi|فاروقي|ফারুকী
Bukhari Bokhari|بخاري|বুখারী
Haddad Hadad|حداد|হাদ্দাদ
Khoury Khouri|خوري|খৌরি
Mansouri Mansuri|منصوري|মানসুরি
Karimi Kareemi|كريمي|কারিমি
Ahmadi Ahmadi|أحمدي احمدي|আহমাদি
Mohammadi Muhammadi|محمدي|মোহাম্মাদি
Rahimi Raheemi|رحيمي|রহিমি
Hosseini Husseini Hussaini|حسيني|হোসেইনি হুসাইনি
Rezaei Rezai Rezaie|رضايي رضائي|রেজায়ি
Tehrani Tehrany|تهراني|তেহরানি
Baghdadi Al-Baghdadi|البغدادي بغدادي|বাগদাদি
Masri Al-Masri|المصري|মাসরি
Shami Al-Shami|الشامي|শামি
Najjar Al-Najjar|النجار|নাজ্জার
Khatib Al-Khatib Elkhatib|الخطيب|খতিব
Sayegh Al-Sayegh|الصايغ الصائغ|সায়েঘ
Qahtani Al-Qahtani|القحطاني|কাহতানি
Ghamdi Al-Ghamdi|الغامدي|গামদি
Dosari Al-Dosari|الدوسري|দোসারি
Smith Smyth|سميث|স্মিথ
Johnson Jonson|جونسون|জনসন
Brown Braun|براون|ব্রাউন
Taylor Tailor|تايلور|টেলর
Wilson Willson|ويلسون|উইলসন
Clinton Klinton|كلينتون|ক্লিনটন
Jackson Jakson|جاكسون|জ্যাকসন
Anderson Andersson|أندرسون|অ্যান্ডারসন
Martinez Martines|مارتينيز|মার্তিনেজ
Fernandez Fernandes|فرنانديز|ফার্নান্দেজ
Rodriguez Rodrigues|رودريغيز رودريجز|রদ্রিগেজ
Ronaldo Ronaldo|رونالدو|রোনালদো
Einstein Ainstein|أينشتاين|আইনস্টাইন
Newton Nyuton|نيوتن|নিউটন
Churchill Churchil|تشرشل|চার্চিল
Petrov Petroff|بتروف بيتروف|পেত্রভ
Ivanov Iwanow|إيفانوف ايفانوف|ইভানভ
Schneider Shneider|شنايدر|স্নাইডার শ্নাইডার
Müller Mueller|مولر|মুলার
Fischer Fisher|فيشر|ফিশার
Kennedy Kenedy|كينيدي كندي|কেনেডি
Lincoln Linkoln|لينكولن|লিঙ্কন
Washington Vashington|واشنطن|ওয়াশিংটন
Williams Wiliams|ويليامز|উইলিয়ামস
Thompson Tomson|تومسون|থম্পসন
Hughes Hughs|هيوز|হিউজ
Wright Rite|رايت|রাইট
Campbell Cambel|كامبل|ক্যাম্পবেল
Stewart Stuart|ستيوارت|স্টুয়ার্ট
Collins Kollins|كولينز|কলিন্স
Hernandez Hernandes|هيرنانديز|হার্নান্দেজ
`;
